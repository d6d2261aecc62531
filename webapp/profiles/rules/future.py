"""The groups that the office wants to serve in the future (ผู้รับบริการที่พึงมีในอนาคต). Plain Python."""

from webapp.profiles.rules.words import FirstWords

FUTURE = (
    FirstWords(
        "young-people",
        (
            ("ผู้มีอายุไม่ถึง 18 ปีที่จะใช้สิทธิในอีกไม่กี่ปี", "Who is under 18 and will vote in a few years"),
            ("เข้าใจว่ากฎหมายเกิดขึ้นอย่างไร", "To understand how a law comes about"),
            ("สั้น สนุก ตรงไปตรงมา", "Short, lively, straight"),
            ("สื่อสังคมออนไลน์ โรงเรียน", "Social media, schools"),
            ("เสียงสั้น วีดิทัศน์ บทเรียน", "Short sound, videos, lessons"),
            (
                "ยังไม่มีบริการเฉพาะ: เสนอสื่อการสอนจากร่างกฎหมายจริง",
                "Nothing of their own yet: lessons from real bills are proposed",
            ),
        ),
    ),
    FirstWords(
        "deaf-people",
        (
            ("ผู้ที่ใช้ภาษามือเป็นภาษาแรก", "Whose first language is sign language"),
            ("เอกสารสำคัญและข่าวเป็นภาษามือ", "The documents and news that matter, in sign language"),
            ("แปลโดยล่ามที่เข้าใจกฎหมาย", "Interpreted by somebody who knows the law"),
            ("วีดิทัศน์ บริการถ่ายทอดการสื่อสาร", "Video, relay service"),
            ("วีดิทัศน์ภาษามือพร้อมคำบรรยาย", "Videos in sign language with captions"),
            ("มีที่สำหรับวีดิทัศน์และรายการที่ยังขาด", "A place for videos, and the list of those missing"),
        ),
    ),
    FirstWords(
        "offline-people",
        (
            (
                "ผู้สูงอายุและผู้อยู่ห่างไกลที่ไม่มีหรือไม่ใช้อินเทอร์เน็ต",
                "Older people and people far away who have or use no internet",
            ),
            ("รู้ข่าวและร้องเรียนได้โดยไม่ต้องใช้เว็บ", "To learn the news and to complain without the web"),
            ("พูดกับคนได้ ไม่เสียค่าใช้จ่ายมาก", "To speak to a person, at little cost"),
            ("โทรศัพท์ วิทยุ ไปรษณีย์ ศูนย์ชุมชน", "Telephone, radio, post, community centres"),
            ("กระดาษ ซีดี วิทยุ", "Paper, CD, radio"),
            (
                "เจ้าหน้าที่รับเรื่องแทน ส่งรูปแบบอื่นทางไปรษณีย์",
                "Officers who write for them, other forms by post",
            ),
        ),
    ),
    FirstWords(
        "thais-abroad",
        (
            (
                "คนไทยที่พำนักต่างประเทศและยังติดตามกฎหมายไทย",
                "Thais who live abroad and still follow Thai law",
            ),
            ("กฎหมายที่กระทบสิทธิของตน", "The laws that touch their rights"),
            (
                "อ่านได้ทุกเวลา ไม่ต้องมีเลขโทรศัพท์ไทย",
                "To be read at any hour, without a Thai telephone number",
            ),
            ("เว็บไซต์ อีเมล", "This site, e-mail"),
            ("หน้าเว็บสองภาษา ข่าวทางอีเมล", "Pages in two languages, news by e-mail"),
            (
                "ติดตามได้ด้วยอีเมลใดก็ได้ ทุกหน้าเป็นสองภาษา",
                "Following with any address, every page in two languages",
            ),
        ),
    ),
    FirstWords(
        "data-users",
        (
            ("ผู้ที่นำข้อมูลรัฐสภาไปสร้างบริการหรือวิเคราะห์", "Who builds or studies with parliament's data"),
            ("ข้อมูลครบ ต่อเนื่อง มีคำอธิบาย", "Data that are whole, continuous and explained"),
            (
                "รูปแบบมาตรฐาน ที่อยู่ถาวร สัญญาอนุญาตชัดเจน",
                "Standard formats, permanent addresses, a clear licence",
            ),
            ("API แฟ้มข้อมูล ฟีด", "Interface, data files, feeds"),
            ("JSON CSV Atom iCalendar", "JSON, CSV, Atom, iCalendar"),
            ("มีฟีด แฟ้ม และระบบเชื่อมต่อ", "Feeds, files and an interface"),
        ),
    ),
)
