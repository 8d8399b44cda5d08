"""The history of the tables, kept by Alembic and run from the installed package."""
