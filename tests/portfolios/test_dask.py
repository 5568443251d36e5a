"""A Dask cluster on this computer reads a portfolio with the same answer: ``nox -s dask``."""

from pathlib import Path

import pytest
from example_models import FOLDER

from tocmodel.portfolios.run import portfolio

distributed = pytest.importorskip("distributed")


def test_a_cluster_gives_the_same_answer(tmp_path: Path) -> None:
    (tmp_path / "empty.toc.yaml").write_text("")
    theories = [FOLDER, tmp_path]
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as made,
        distributed.Client(made) as client,
    ):
        found = portfolio(theories, executor=client.get_executor(pure=False), batch=10)
    assert found == portfolio(theories)
    assert [row.reason for row in found.unread] == [
        "it holds no valid theory: the file is empty (line 1)"
    ]
