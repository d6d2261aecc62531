"""The questions that a bank starts with; staff add their own. Plain Python. The words are ours."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from webapp.surveys.rules.questions import Aspect, Kind, Measure, SurveyKind


class Starter(NamedTuple):
    """A question ready to be taken into a survey."""

    measure: Measure
    aspect: Aspect
    kind: Kind
    th: str
    en: str


_S, _D, _E = Measure.SATISFACTION, Measure.DISSATISFACTION, Measure.ENGAGEMENT
STARTERS = (
    Starter(
        _S,
        Aspect.PROCEDURE,
        Kind.SCALE,
        "ขั้นตอนการให้บริการชัดเจนและไม่ยุ่งยาก ท่านพึงพอใจเพียงใด",
        "How satisfied are you with the steps: clear and simple?",
    ),
    Starter(
        _S,
        Aspect.PROCEDURE,
        Kind.SCALE,
        "ท่านพึงพอใจกับเวลาที่ใช้เพียงใด",
        "How satisfied are you with the time it took?",
    ),
    Starter(
        _S,
        Aspect.STAFF,
        Kind.SCALE,
        "ท่านพึงพอใจกับความสุภาพของเจ้าหน้าที่เพียงใด",
        "How satisfied are you with the politeness of the staff?",
    ),
    Starter(
        _S,
        Aspect.STAFF,
        Kind.SCALE,
        "ท่านพึงพอใจกับความรู้ของเจ้าหน้าที่เพียงใด",
        "How satisfied are you with what the staff know?",
    ),
    Starter(
        _S,
        Aspect.FACILITIES,
        Kind.SCALE,
        "ท่านพึงพอใจกับสถานที่หรือเว็บไซต์เพียงใด",
        "How satisfied are you with the place or the website?",
    ),
    Starter(
        _S,
        Aspect.RESULT,
        Kind.SCALE,
        "ท่านพึงพอใจกับผลที่ได้รับเพียงใด",
        "How satisfied are you with what you got?",
    ),
    Starter(
        _S,
        Aspect.ACCESS,
        Kind.SCALE,
        "ท่านพึงพอใจกับการเข้าถึงบริการสำหรับคนพิการเพียงใด",
        "How satisfied are you with access for disabled people?",
    ),
    Starter(
        _S, Aspect.RESULT, Kind.SCALE, "โดยรวมท่านพึงพอใจเพียงใด", "How satisfied are you in all?"
    ),
    Starter(_D, Aspect.RESULT, Kind.TEXT, "สิ่งใดที่ท่านไม่พึงพอใจ", "What are you dissatisfied with?"),
    Starter(
        _D,
        Aspect.PROCEDURE,
        Kind.TEXT,
        "ขั้นตอนใดที่ควรปรับปรุงก่อน",
        "Which step should be improved first?",
    ),
    Starter(
        _E,
        Aspect.RESULT,
        Kind.SCALE,
        "ท่านจะแนะนำบริการนี้แก่ผู้อื่นเพียงใด",
        "How likely are you to recommend this service?",
    ),
    Starter(
        _E,
        Aspect.RESULT,
        Kind.SCALE,
        "ท่านเชื่อมั่นในสำนักงานเพียงใด",
        "How much do you trust the office?",
    ),
    Starter(
        _E,
        Aspect.RESULT,
        Kind.SCALE,
        "ท่านอยากมีส่วนร่วมกับวุฒิสภาเพียงใด",
        "How much would you like to take part in the work of the Senate?",
    ),
    Starter(
        _S,
        Aspect.RESULT,
        Kind.SCALE,
        "ท่านพึงพอใจกับความครบถ้วนของรายงานเพียงใด",
        "How satisfied are you with how complete the report is?",
    ),
    Starter(
        _S,
        Aspect.RESULT,
        Kind.SCALE,
        "ท่านพึงพอใจกับความถูกต้องของรายงานเพียงใด",
        "How satisfied are you with how correct the report is?",
    ),
    Starter(
        _S,
        Aspect.PROCEDURE,
        Kind.SCALE,
        "ท่านพึงพอใจกับเวลาที่ได้รับรายงานเพียงใด",
        "How satisfied are you with when you got the report?",
    ),
    Starter(
        _S,
        Aspect.ACCESS,
        Kind.SCALE,
        "ท่านพึงพอใจกับรูปแบบของรายงานที่ท่านอ่านหรือฟังได้เพียงใด",
        "How satisfied are you with the forms in which you can read or hear the report?",
    ),
    Starter(
        _D,
        Aspect.RESULT,
        Kind.TEXT,
        "รายงานควรปรับปรุงอย่างไร",
        "How should the report be improved?",
    ),
    Starter(
        _E,
        Aspect.RESULT,
        Kind.TEXT,
        "สิ่งใดทำให้ท่านอยากทำงานกับสำนักงาน",
        "What makes you want to work with the office?",
    ),
    Starter(
        _D,
        Aspect.RESULT,
        Kind.SCALE,
        "โดยรวมท่านไม่พึงพอใจเพียงใด",
        "How dissatisfied are you in all?",
    ),
)
# The questions that a survey of each kind may begin with, by their place above.
READY: Mapping[SurveyKind, Sequence[int]] = {
    SurveyKind.SERVICE: (0, 1, 2, 3, 4, 5, 6, 7, 10, 11, 8, 9),
    SurveyKind.GENERAL: (7, 6, 10, 11, 12, 8),
    SurveyKind.PULSE: (7, 11, 8),
    SurveyKind.BILL_REPORT: (13, 14, 15, 16, 17),
    SurveyKind.INTERVIEW: (7, 10, 11, 12, 18, 8),
}
