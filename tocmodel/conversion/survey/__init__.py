"""Surveys with a row for each person: their answers as stories and as figures of indicators."""

from tocmodel.conversion.survey.read_map import SurveyMap, read_map
from tocmodel.conversion.survey.survey import SurveyResult, read_survey

__all__ = ["SurveyMap", "SurveyResult", "read_map", "read_survey"]
