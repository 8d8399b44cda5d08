"""Builds the application: the API under `/api/v1`, the desk, health and metrics."""

from __future__ import annotations

import logging
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from api.body_limit import BodyLimit
from api.headers import SecurityHeaders
from api.metrics import Metrics, RequestMetrics
from api.openapi import describe
from api.origins import OwnPagesOnly, allowed_hosts
from api.problem_handlers import UnforeseenErrors, install_problem_handlers
from api.routers import ROUTERS, health
from api.web.desk import install_desk, prepare_desk
from ita_docs.knowledge.base import KnowledgeBase
from ita_docs.knowledge.search.index import SearchIndex
from ita_docs.settings import Settings
from models.migrate import upgrade
from models.session import open_engine, reading

__all__ = ["API_PREFIX", "create_app"]

API_PREFIX = "/api/v1"
log = logging.getLogger(__name__)


def create_app(settings: Settings | None = None, *, warm: bool = False) -> FastAPI:
    """The application over one home folder; `settings` come from the environment if not given.

    `warm` loads what the first search needs (dictionaries, grammars) behind the start.
    """
    settings = settings or Settings()
    app = FastAPI(
        title="ITA Docs",
        summary="Thai government letters as data: register, duties, chains, answers with their source",
        version="1",
        docs_url=None,  # the stock pages load scripts from elsewhere
        redoc_url=None,
        openapi_url="/openapi.json",
        lifespan=_lifespan,
    )
    app.state.settings, app.state.warm = settings, warm
    app.state.engine = open_engine(settings.url)
    app.state.knowledge = KnowledgeBase(settings.index)
    app.state.index = SearchIndex(settings.index)
    app.state.metrics = Metrics()
    install_problem_handlers(app)
    _include(app)
    _wrap(app, settings)
    describe(app)
    return app


def _include(app: FastAPI) -> None:
    app.include_router(health.router)
    for router in ROUTERS:
        app.include_router(router, prefix=API_PREFIX)
    install_desk(app)


def _wrap(app: FastAPI, settings: Settings) -> None:
    """The last added is the outermost: headers stand on every answer, refusals included."""
    app.add_middleware(UnforeseenErrors)
    uploads = {f"{API_PREFIX}/inbox": settings.max_bytes, "/inbox": settings.max_bytes}
    app.add_middleware(BodyLimit, large=uploads)
    app.add_middleware(OwnPagesOnly, hosts=allowed_hosts(settings.host))
    app.add_middleware(RequestMetrics, metrics=app.state.metrics)
    app.add_middleware(SecurityHeaders)


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    app.state.settings.make_folders()
    upgrade(app.state.engine)
    app.state.index.check(app.state.engine)
    prepare_desk(app)
    if app.state.warm:
        threading.Thread(target=_warm_up, args=(app,), name="warm-up", daemon=True).start()
    yield
    app.state.engine.dispose()


def _warm_up(app: FastAPI) -> None:
    """Ask one question, so that the first reader need not wait for what it loads."""
    from api.queries.ask import ask_letters
    from api.schemas.ask import AskQuery

    try:
        with reading(app.state.engine) as session:
            ask_letters(session, app.state.index, AskQuery(q="อำเถอต้องทำอะไร ภายในเมื่อไร"), None)
    except Exception:
        log.warning("the first search will be slower", exc_info=True)
