"""The command line as a person meets it: quick help, both languages, documented commands and settings."""

import json
import re
import time
from pathlib import Path

import pytest

from ita_docs.cli.bench import BENCHES
from ita_docs.cli.commands import COMMANDS
from ita_docs.settings import Settings
from tests.cli.command import run, shell

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


def test_help_comes_in_under_half_a_second() -> None:
    best = min(_seconds("--help") for _ in range(3))
    assert best < 0.5


def _seconds(*arguments: str) -> float:
    start = time.perf_counter()
    run(*arguments)
    return time.perf_counter() - start


def test_help_lists_every_command_in_thai_and_english() -> None:
    shown = run("--help").stdout
    for command in COMMANDS:
        assert f"\n  {command.name} " in shown
        assert re.search(r"[\u0e00-\u0e7f].* · [A-Z]", command.help)


@pytest.mark.parametrize("name", [command.name for command in COMMANDS])
def test_every_command_has_help_and_stands_in_the_docs(name: str) -> None:
    done = run(name, "--help")
    assert done.returncode == 0, done.stderr
    assert re.search(r"[\u0e00-\u0e7f]", done.stdout)
    assert f"## ita-docs {name}" in (DOCS / "commands.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [command.name for command in BENCHES])
def test_every_benchmark_has_help(name: str) -> None:
    assert run("bench", name, "--help").returncode == 0


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_every_setting_stands_in_the_docs(name: str) -> None:
    assert f"`ITA_DOCS_{name.upper()}`" in (DOCS / "settings.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "thai", "english"),
    [
        pytest.param(["nonsense"], "ไม่มีคำสั่ง 'nonsense'", "No such command", id="คำสั่งที่ไม่มี"),
        pytest.param(["parse", "--egine", "x"], "ไม่มีตัวเลือก --egine", "--engine", id="ตัวเลือกที่ไม่มี"),
        pytest.param(["chain"], "ยังไม่ได้ระบุ letter", "Missing argument", id="ขาดค่า"),
        pytest.param(["serve", "--port", "99999"], "ค่าของ --port ใช้ไม่ได้", "65535", id="ค่าเกิน"),
        pytest.param(["parse", "a", "--engine", "x"], "ค่าของ --engine ใช้ไม่ได้", "tesseract", id="ค่าที่ไม่มี"),
        pytest.param(["doctor", "เกิน"], "มีคำเกินมา: เกิน", "extra argument", id="คำเกิน"),
    ],
)
def test_wrong_words_are_told_in_both_languages(words: list[str], thai: str, english: str) -> None:
    done = run(*words)
    assert done.returncode == 2
    first, second, where = done.stderr.splitlines()
    assert first.startswith(f"ita-docs: {thai}")
    assert english in second
    assert where.strip() == f"ita-docs {words[0]} --help".replace("nonsense ", "")
    swapped = run(*words, ITA_DOCS_LANGUAGE="en").stderr.splitlines()
    assert english in swapped[0]
    assert thai in swapped[1]


def test_a_command_without_words_shows_its_help() -> None:
    done = run()
    assert done.returncode == 2
    assert "แสดงวิธีใช้ · Show this message" in done.stderr


def test_a_wrong_setting_is_named_and_its_value_is_not() -> None:
    done = run("due", ITA_DOCS_PORT="secret")
    assert done.returncode == 2
    assert "ITA_DOCS_PORT" in done.stderr
    assert "secret" not in done.stderr
    assert "Traceback" not in done.stderr


def test_a_store_that_cannot_be_opened_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run("due", ITA_DOCS_HOME=str(tmp_path / "file" / "home"))
    assert done.returncode == 6
    assert "Traceback" not in done.stderr


def test_parse_of_a_missing_file_names_it(tmp_path: Path) -> None:
    done = run("parse", str(tmp_path / "ไม่มี.pdf"))
    assert done.returncode in (3, 7)
    assert "ไม่มี.pdf" in done.stderr


def test_parse_prints_one_json_object_a_file(tmp_path: Path) -> None:
    import json

    for name in ("ก.txt", "ข.txt"):
        (tmp_path / name).write_text("ที่ มท ๐๐๑๘.๑/ว ๙๙๑\n\n๒๐ มิถุนายน ๒๕๖๖\n\nเรื่อง ทดสอบ\n", encoding="utf-8")
    done = run("parse", str(tmp_path / "ก.txt"), str(tmp_path / "ข.txt"))
    assert done.returncode == 0, done.stderr
    names = [json.loads(line)["source"]["name"] for line in done.stdout.splitlines()]
    assert names == ["ก.txt", "ข.txt"]


def test_a_missing_file_does_not_stop_the_others(tmp_path: Path) -> None:
    for name in ("ก.txt", "ข.txt"):
        (tmp_path / name).write_text("เรื่อง ทดสอบ\n", encoding="utf-8")
    done = run("parse", *(str(tmp_path / name) for name in ("ก.txt", "ไม่มี.txt", "ข.txt")))
    assert done.returncode == 8
    assert len(done.stdout.splitlines()) == 2
    assert "ไม่มี.txt" in done.stderr
    assert "1 of 3" in done.stderr


def test_parse_takes_the_readable_files_of_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "แฟ้ม" / "ย่อย"
    folder.mkdir(parents=True)
    for name in ("ก.txt", "ย่อย/ข.md", "ย่อย/ก.text", "ตาราง.xlsx", ".ซ่อน.txt"):
        (tmp_path / "แฟ้ม" / name).write_text("เรื่อง ทดสอบ\n", encoding="utf-8")
    done = run("parse", str(tmp_path / "แฟ้ม"), "--out", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"ก.json", "ก.text.json", "ข.json"}
    assert "ข้าม 1 ไฟล์" in done.stderr


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    done = run("parse", str(tmp_path))
    assert done.returncode == 7
    assert str(tmp_path) in done.stderr


def test_a_text_without_a_time_is_told_so() -> None:
    done = run("when", "สวัสดี")
    assert (done.returncode, done.stdout) == (0, "")
    assert "ไม่พบวันที่หรือเวลา" in done.stderr
    assert run("when", "สวัสดี", "--json").stdout == "[]\n"


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    (tmp_path / "good.txt").write_text("เรื่อง ทดสอบ\n", encoding="utf-8")
    out = tmp_path / "out"
    done = run("parse", str(tmp_path / "empty.pdf"), str(tmp_path / "good.txt"), "--out", str(out))
    assert done.returncode == 8
    assert "empty.pdf" in done.stderr
    assert (out / "good.json").exists()


def _one_letter(folder: Path) -> dict[str, str]:
    """A home whose inbox holds a letter with many duties."""
    inbox = folder / "home" / "inbox"
    inbox.mkdir(parents=True)
    head = "ที่ กง ๐๐๑๗.๒/ว ๑๒๓\nศาลากลางจังหวัดสมมติ\n๓ กุมภาพันธ์ ๒๕๖๘\nเรื่อง การส่งรายงาน\nเรียน นายอำเภอ\n"
    asks = "".join(f"{n}. ให้อำเภอรายงานผลครั้งที่ {n} ภายในวันที่ {n} มีนาคม ๒๕๖๘\n" for n in range(1, 25))
    (inbox / "ก.txt").write_text(f"{head}ขอให้อำเภอดำเนินการ ดังนี้\n{asks}", encoding="utf-8")
    return {"ITA_DOCS_HOME": str(folder / "home"), "ITA_DOCS_STABLE_SECONDS": "0", "ITA_DOCS_WORKERS": "1"}


@pytest.mark.slow
def test_lists_end_quietly_when_nobody_reads_on_and_count_in_good_english(tmp_path: Path) -> None:
    home = _one_letter(tmp_path)
    filed = run("watch", "--once", **home)
    assert filed.returncode == 0, filed.stderr
    assert "หนังสือ 1 ฉบับ" in filed.stdout
    assert "1 letter\n" in run("search", "การส่งรายงาน", **home).stdout
    due = run("due", **home)
    assert "เกินกำหนด" in due.stdout
    for words in ("due", "due --json", "search รายงาน --json --limit 50"):
        cut = shell(words, "head -n 1", **home)
        assert (cut.returncode, cut.stderr) == (0, ""), words
        assert cut.stdout.count("\n") == 1


@pytest.mark.slow
def test_a_long_answer_shows_its_first_rows_and_says_how_many_there_are(tmp_path: Path) -> None:
    home = _one_letter(tmp_path)
    run("watch", "--once", **home)
    asked = ("ask", "ต้องทำอะไรบ้าง")
    assert run(*asked, "--rows", "3", **home).stdout.splitlines()[-1].startswith("แสดง 3 จาก 24 รายการ")
    assert run(*asked, **home).stdout.splitlines()[-1] == "24 รายการ"
    assert len(json.loads(run(*asked, "--rows", "3", "--json", **home).stdout)["answers"]) == 24
