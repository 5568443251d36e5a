"""Ids that are named but stand nowhere, and ids that stand twice.

Works on plain data, so that a file with other mistakes in it is looked through all the same.
"""

from tocmodel.ids.doubled import doubled_ids
from tocmodel.ids.misnamed import gathered
from tocmodel.ids.unknown import explained, unknown_ids

__all__ = ["doubled_ids", "explained", "gathered", "unknown_ids"]
