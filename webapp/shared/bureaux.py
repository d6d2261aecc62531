"""The bureaux of the Secretariat that answer for something in this service.

Those that own a channel for complaints or receive petitions are named so in the self-assessment
(PMQA 4.0 category 3, points 3.2 and 3.4); the others are further bureaux of the Secretariat to
which a message may be handed over. The English is ours. Plain Python.
"""

from enum import StrEnum

from webapp.shared.official_names import OfficialName


class Bureau(StrEnum):
    """A bureau, by the key that tables keep."""

    CENTRAL = "central"
    PUBLIC_RELATIONS = "public_relations"
    TECHNOLOGY = "technology"
    PRESIDENT = "president"
    LAW = "law"
    MEETINGS = "meetings"
    COMMITTEES = "committees"
    RESEARCH = "research"
    POLICY = "policy"
    FINANCE = "finance"
    PERSONNEL = "personnel"
    PRINTING = "printing"

    @property
    def official(self) -> OfficialName:
        """Its name as the office writes it, with our English."""
        return _NAMES[self]


_NAMES = {
    Bureau.CENTRAL: OfficialName("สำนักบริหารงานกลาง", "Bureau of Central Administration"),
    Bureau.PUBLIC_RELATIONS: OfficialName("สำนักประชาสัมพันธ์", "Bureau of Public Relations"),
    Bureau.TECHNOLOGY: OfficialName(
        "สำนักเทคโนโลยีสารสนเทศและการสื่อสาร",
        "Bureau of Information and Communication Technology",
    ),
    Bureau.PRESIDENT: OfficialName("สำนักงานประธานวุฒิสภา", "Office of the President of the Senate"),
    Bureau.LAW: OfficialName("สำนักกฎหมาย", "Bureau of Legal Affairs"),
    Bureau.MEETINGS: OfficialName("สำนักการประชุม", "Bureau of Meetings"),
    Bureau.COMMITTEES: OfficialName("สำนักกรรมาธิการ", "Bureaux of Committees"),
    Bureau.RESEARCH: OfficialName("สำนักวิชาการ", "Bureau of Academic Services"),
    Bureau.POLICY: OfficialName("สำนักนโยบายและแผน", "Bureau of Policy and Planning"),
    Bureau.FINANCE: OfficialName("สำนักการคลังและงบประมาณ", "Bureau of Finance and Budget"),
    Bureau.PERSONNEL: OfficialName("สำนักพัฒนาทรัพยากรบุคคล", "Bureau of Human Resources Development"),
    Bureau.PRINTING: OfficialName("สำนักการพิมพ์", "Bureau of Printing"),
}
