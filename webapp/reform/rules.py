"""Section 270 of the Constitution: who reports to whom, how often. Plain Python."""

# "ทุกสามเดือน" (constitution s.270 para 1).
REPORT_EVERY_MONTHS = 3
# Members of the Senate that s.270 speaks of, and its term in years from the royal appointment
# (constitution s.269 para 1 and (4)).
FIRST_SENATE_MEMBERS = 250
FIRST_SENATE_YEARS = 5
# Members of the Senate since then (constitution s.107 para 1).
SENATE_MEMBERS = 200

# The words of the first paragraph that decide, as they stand (constitution s.270 para 1).
SECTION_270 = (
    "ให้วุฒิสภาตามมาตรา ๒๖๙ มีหน้าที่และอำนาจติดตาม เสนอแนะ และเร่งรัดการปฏิรูปประเทศ",
    "ให้คณะรัฐมนตรีแจ้งความคืบหน้าในการดำเนินการตามแผนการปฏิรูปประเทศต่อรัฐสภาเพื่อทราบทุกสามเดือน",
)

# How the cabinet calls its reports under s.270 in the titles of its items.
REPORT_TITLE = "รายงานความคืบหน้าในการดำเนินการตามแผนการปฏิรูปประเทศ"
