"""A large theory as a set of pictures that each fit a sheet, in place of one endless one."""

from tocmodel.picture_set.plan import NamedPicture, is_large, picture_set

__all__ = ["NamedPicture", "is_large", "picture_set"]
