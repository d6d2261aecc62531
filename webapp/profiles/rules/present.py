"""The groups of the office's mission, and what their profiles say at first. Plain Python."""

from webapp.profiles.rules.words import FirstWords

PRESENT = (
    FirstWords(
        "senators",
        (
            (
                "สมาชิกวุฒิสภา 200 คน",
                "The 200 senators",
            ),
            (
                "ข้อมูลร่างกฎหมาย ระเบียบวาระ งานวิชาการ และสิ่งอำนวยความสะดวก",
                "Facts on bills, agendas, research, and facilities",
            ),
            (
                "ถูกต้อง ทันเวลาก่อนการประชุม ตอบได้ทุกที่",
                "Right, in time before the sitting, and answered anywhere",
            ),
            ("ผู้บริหาร บุคลากร LINE โทรศัพท์", "Executives, members of staff, LINE, telephone"),
            ("หน้าเว็บ เสียง อักษรเบรลล์ ตัวพิมพ์ใหญ่", "Web pages, sound, braille, large print"),
            (
                "ติดตามร่างกฎหมาย แจ้งเตือน ตอบข้อซักถาม สัมภาษณ์ความเห็นปีละครั้ง",
                "Following of bills, notices, answers, a yearly interview",
            ),
        ),
    ),
    FirstWords(
        "assistants",
        (
            ("ผู้ช่วยดำเนินงานของสมาชิกวุฒิสภา", "The assistants who work for the senators"),
            (
                "ข้อมูลร่างกฎหมายและระเบียบวาระสำหรับเตรียมงานของสมาชิก",
                "Facts on bills and agendas, to prepare the senators' work",
            ),
            ("รวดเร็ว ถูกต้อง นำไปใช้ต่อได้", "Quick, right, and ready for further use"),
            ("บุคลากร LINE โทรศัพท์", "Members of staff, LINE, telephone"),
            ("หน้าเว็บ แฟ้มที่แก้ไขได้", "Web pages, files that can be edited"),
            (
                "ติดตามร่างกฎหมาย แจ้งเตือน ตอบข้อซักถาม",
                "Following of bills, notices, answers",
            ),
        ),
    ),
    FirstWords(
        "committees",
        (
            (
                "คณะกรรมาธิการสามัญและวิสามัญ พร้อมคณะอนุกรรมาธิการ",
                "Standing and special committees with their sub-committees",
            ),
            ("รายงาน งานวิจัย ห้องประชุม การเบิกจ่าย", "Reports, research, meeting rooms, payments"),
            ("รายงานที่อ้างอิงได้ เสร็จตามกำหนด", "Reports that can be relied on, done by their day"),
            ("บุคลากรประจำคณะ หนังสือ โทรศัพท์", "Their own officers, letters, telephone"),
            ("เอกสาร ตาราง แฟ้มที่แก้ไขได้", "Papers, tables, files that can be edited"),
            (
                "ฝ่ายเลขานุการ งานวิชาการ แบบประเมินรายงานร่างกฎหมาย",
                "Secretaries, research, surveys on reports of bills",
            ),
        ),
    ),
    FirstWords(
        "citizens",
        (
            (
                "ผู้ที่อยากรู้ว่าวุฒิสภาทำอะไร และกฎหมายใดจะกระทบตน",
                "Who wants to know what the Senate does and which law will touch them",
            ),
            ("ข้อมูลร่างกฎหมายที่อ่านเข้าใจ ข่าว การเยี่ยมชม", "Bills in plain words, news, visits"),
            (
                "หาง่าย ใช้ได้ด้วยโทรศัพท์เก่า ได้คำตอบ",
                "Easy to find, usable on an old telephone, answered",
            ),
            (
                "เว็บไซต์ Call Center สื่อสังคมออนไลน์ วิทยุ โทรทัศน์",
                "This site, call center, social media, radio, television",
            ),
            ("หน้าเว็บ ข้อความสั้น เสียง", "Web pages, short messages, sound"),
            (
                "ค้นหา ติดตาม ถาม บอกความต้องการ แบบสำรวจ",
                "Search, following, questions, telling needs, surveys",
            ),
        ),
    ),
    FirstWords(
        "blind-people",
        (
            (
                "ผู้ที่ใช้โปรแกรมอ่านหน้าจอ อักษรเบรลล์ เสียง หรือภาษามือ",
                "Who uses a screen reader, braille, sound or sign language",
            ),
            (
                "งานนิติบัญญัติทุกชิ้นในรูปแบบที่ใช้ได้ด้วยตนเอง",
                "Every legislative work in a form that they can use by themselves",
            ),
            (
                "ได้พร้อมคนอื่น ไม่ต้องขอ ไม่ต้องบอกว่าพิการ",
                "At the same time as others, without asking, without telling of a disability",
            ),
            ("เว็บไซต์ โทรศัพท์ องค์กรคนพิการ", "This site, telephone, organisations of disabled people"),
            (
                "หนังสือเสียง DAISY EPUB อักษรเบรลล์ ตัวพิมพ์ใหญ่ ภาษามือไทย",
                "Audio books, DAISY, EPUB, braille, large print, Thai Sign Language",
            ),
            (
                "ทำทุกรูปแบบโดยอัตโนมัติ รับคำขอรูปแบบอื่น ตรวจสอบทุกหน้า",
                "Every form made by itself, requests for others, every page checked",
            ),
        ),
    ),
    FirstWords(
        "network",
        (
            ("สมาชิกเครือข่ายในทุกภาคของประเทศ", "Members of the network in every region"),
            ("ความรู้ กิจกรรม เวทีแลกเปลี่ยน", "Knowledge, activities, a place to discuss"),
            (
                "ได้มีส่วนร่วมจริง และรู้ว่าความเห็นมีผลอย่างไร",
                "To take part in earnest and to learn what became of their views",
            ),
            ("กิจกรรม กระดานสนทนา Facebook LINE", "Activities, web board, Facebook, LINE"),
            ("หน้าเว็บ วีดิทัศน์ สื่ออบรม", "Web pages, videos, training material"),
            ("จัดสัมมนา ให้ข้อมูล รับฟัง และบอกผล", "Seminars, information, listening, and telling back"),
        ),
    ),
    FirstWords(
        "complainants",
        (
            (
                "ผู้ที่ร้องเรียนการทำงานของสำนักงาน หรือร้องทุกข์ต่อวุฒิสภา",
                "Who complains of the office's work or petitions the Senate",
            ),
            ("ได้รับคำตอบ และการแก้ไขที่ต้นเหตุ", "An answer, and the cause put right"),
            (
                "รับเรื่องทันที ตอบใน 3 วันทำการ ปลอดภัย",
                "Taken in at once, answered in 3 working days, safe",
            ),
            ("5 ช่องทางรับเรื่องร้องเรียน", "The five channels for complaints"),
            ("หน้าติดตาม จดหมาย โทรศัพท์", "The page that follows a message, letters, telephone"),
            (
                "ติดตามด้วยรหัส สนทนาโดยไม่บอกชื่อ เผยแพร่สถิติ",
                "Following by receipt, talking without a name, public figures",
            ),
        ),
    ),
    FirstWords(
        "agencies",
        (
            ("หน่วยงานที่ส่งหรือใช้ข้อมูลของวุฒิสภา", "Agencies that send or use the Senate's data"),
            (
                "ข้อมูลที่เชื่อมกันได้ ผลการปฏิรูปตามกำหนด",
                "Data that fit together, progress of reform by its day",
            ),
            ("รูปแบบคงที่ ถูกต้อง รู้แหล่งที่มา", "Stable formats, right, with their source"),
            ("หนังสือราชการ ระบบเชื่อมต่อ", "Official letters, interfaces"),
            ("แฟ้มข้อมูล API ตาราง", "Data files, interface, tables"),
            ("นำเข้าและเปิดเผยข้อมูล รายงานทุก 3 เดือน", "Import and open data, a report every 3 months"),
        ),
    ),
    FirstWords(
        "staff",
        (
            ("ข้าราชการและพนักงานของทุกสำนัก", "Officials and employees of every bureau"),
            (
                "คู่มือ ระบบงาน การอบรม ข้อมูลผู้รับบริการ",
                "Manuals, systems, training, facts about those served",
            ),
            (
                "ทำงานครั้งเดียว ไม่กรอกซ้ำ เห็นงานที่ค้าง",
                "Work done once, nothing typed twice, overdue work seen",
            ),
            ("ผู้บังคับบัญชา ประชุม ระบบภายใน", "Superiors, meetings, internal systems"),
            ("หน้าเว็บ ตาราง คู่มือ", "Web pages, tables, manuals"),
            ("โต๊ะงาน มาตรฐานการให้บริการ กระบวนงาน", "The desk, service standards, work processes"),
        ),
    ),
    FirstWords(
        "visitors",
        (
            ("ผู้มาเยี่ยมชมและศึกษาดูงานรัฐสภา", "Who visits Parliament to see and to learn"),
            ("การนัดหมาย ความรู้ที่เหมาะกับวัย", "Appointments, knowledge that suits their age"),
            (
                "นัดง่าย เข้าถึงได้ทุกคน มีสื่อกลับไปสอน",
                "Easy to arrange, open to all, material to teach from",
            ),
            ("โทรศัพท์ หนังสือ เว็บไซต์", "Telephone, letters, this site"),
            ("สื่อการสอน วีดิทัศน์ หนังสือเสียง", "Teaching material, videos, audio books"),
            ("จัดวิทยากร สื่อ และแบบสำรวจหลังเยี่ยมชม", "Guides, material, a survey after the visit"),
        ),
    ),
)
