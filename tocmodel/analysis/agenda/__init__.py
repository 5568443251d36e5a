"""The agenda of the next review: what is due, missed, untested, hoped for or unexpected."""

from tocmodel.analysis.agenda.build import agenda
from tocmodel.analysis.agenda.model import Agenda, AgendaItem, AgendaTopic

__all__ = ["Agenda", "AgendaItem", "AgendaTopic", "agenda"]
