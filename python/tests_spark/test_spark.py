"""Spark gives what one machine gives, and loses nothing when tasks fail and executors are killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow
import pytest
from pyspark import TaskContext
from pyspark.sql import DataFrame, SparkSession

import nutgraf
from nutgraf import spark as on_spark

ROWS = 2000
PARTITIONS = 8
#: For the short life of the tests: one compiler, one collector.
JVM = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"


def story(number: int) -> str:
    return f"The mayor of Riga opened bridge {number} on Monday. It had cost {number} million euros. Fishermen protested in Jurmala."


@pytest.fixture(scope="session")
def session() -> Iterator[SparkSession]:
    """Two executors, each a process of its own."""
    os.environ.update(PYSPARK_PYTHON=sys.executable, SPARK_LOCAL_IP="127.0.0.1")
    builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("tests of nutgraf")
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.extraJavaOptions": JVM,
        "spark.executor.extraJavaOptions": JVM,
        "spark.executorEnv.SPARK_LOCAL_IP": "127.0.0.1",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "100",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


@pytest.fixture(scope="session")
def articles(session: SparkSession) -> DataFrame:
    rows = [(number, "A bridge" if number % 2 else None, None if number == 7 else story(number)) for number in range(ROWS)]
    return session.createDataFrame(rows, "id long, title string, text string").repartition(PARTITIONS, "id")


def on_one_machine() -> dict[int, str | None]:
    given = [{"text": story(number), "title": "A bridge" if number % 2 else None} for number in range(ROWS)]
    given[7]["text"] = ""
    results = nutgraf.summarize_batch(given)
    return {number: None if isinstance(result, nutgraf.NutgrafError) else result.to_json() for number, result in enumerate(results)}


def summaries(df: DataFrame) -> list[tuple[int, str | None]]:
    return [(row["id"], row["summary_json"]) for row in df.select("id", "summary_json").collect()]


def test_it_equals_one_machine(articles: DataFrame) -> None:
    done = on_spark.summarize(articles).cache()
    assert done.columns == ["id", "title", "text", "summary", "summary_json", "summary_error"]
    found = summaries(done)
    assert len(found) == ROWS
    assert dict(found) == on_one_machine()
    [empty] = done.where("summary_error is not null").collect()
    assert (empty["id"], empty["summary_error"], empty["summary"]) == (7, "empty", None)
    assert done.where("id = 8").first()["summary"] == [sentence.text for sentence in nutgraf.summarize(story(8)).sentences]  # type: ignore[index]


def test_a_task_that_fails_is_done_again_and_nothing_is_lost_or_doubled(articles: DataFrame, tmp_path: Path) -> None:
    marks = tmp_path.as_posix()

    def fail_twice(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        context = TaskContext.get()
        assert context is not None
        for number, batch in enumerate(batches):
            if context.partitionId() == 1 and number == 1 and context.attemptNumber() < 2:
                Path(marks, f"attempt-{context.attemptNumber()}").touch()
                raise RuntimeError("made up")
            yield batch

    found = summaries(on_spark.summarize(articles.mapInArrow(fail_twice, articles.schema)))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["attempt-0", "attempt-1"]
    assert len(found) == ROWS
    assert dict(found) == on_one_machine()


def executors(application: str) -> list[int]:
    """The processes of an application's executors."""
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            command = (entry / "cmdline").read_bytes()
        except OSError:
            continue
        if b"CoarseGrainedExecutorBackend" in command and application.encode() in command:
            found.append(int(entry.name))
    return sorted(found)


def test_an_executor_that_is_killed_loses_nothing_and_doubles_nothing(articles: DataFrame, tmp_path: Path) -> None:
    marks = tmp_path / "marks"
    marks.mkdir()
    begun = marks.as_posix()

    def slowly(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        context = TaskContext.get()
        assert context is not None
        Path(begun, f"{context.taskAttemptId()}").touch()
        for batch in batches:
            time.sleep(0.5)
            yield batch

    target = (tmp_path / "out.parquet").as_posix()
    writing = on_spark.summarize(articles.mapInArrow(slowly, articles.schema)).write
    running = articles.sparkSession.sparkContext.applicationId
    killer = subprocess.Popen([sys.executable, "-c", KILLER, begun, ",".join(map(str, executors(running)))])
    writing.parquet(target)
    assert killer.wait(60) == 0
    # The tasks of the executor that was killed ran again.
    assert len(list(marks.iterdir())) > PARTITIONS
    found = summaries(articles.sparkSession.read.parquet(target))
    assert len(found) == ROWS
    assert dict(found) == on_one_machine()


#: Kills an executor once tasks run on both.
KILLER = f"""
import os, sys, time
marks, executors = sys.argv[1], sys.argv[2].split(",")
assert len(executors) == 2, executors
until = time.monotonic() + 120
while len(os.listdir(marks)) < 3 and time.monotonic() < until:
    time.sleep(.05)
os.kill(int(executors[0]), {int(signal.SIGKILL)})
"""


def test_wrong_calls_are_told_before_any_task(articles: DataFrame) -> None:
    calls: list[Callable[[], DataFrame]] = [
        lambda: on_spark.summarize(articles, text="body"),
        lambda: on_spark.summarize(articles, title="headline"),
        lambda: on_spark.summarize(articles, sentences=0),
        lambda: on_spark.summarize(articles, html="text"),
        lambda: on_spark.summarize(on_spark.summarize(articles)),
    ]
    for wrong in calls:
        with pytest.raises(nutgraf.InvalidOptionError):
            wrong()


def test_the_job_reads_and_writes_parquet(articles: DataFrame, tmp_path: Path) -> None:
    source, target = (tmp_path / "in.parquet").as_posix(), (tmp_path / "out.parquet").as_posix()
    articles.where("id < 20").write.parquet(source)
    job = [sys.executable, "-m", "nutgraf.spark", source, target, "--partitions", "2"]
    settings = {**os.environ, "PYSPARK_SUBMIT_ARGS": "--master local[1] --conf spark.ui.enabled=false pyspark-shell"}
    subprocess.run(job, env=settings, check=True, timeout=300)
    assert dict(summaries(articles.sparkSession.read.parquet(target))) == {number: line for number, line in on_one_machine().items() if number < 20}
