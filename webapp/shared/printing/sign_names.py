"""What stands in print for signs that the font lacks: a sign like it, or what it is called."""

# Signs that look and mean the same.
_ALIKE = {
    "•": "●⚫◉○◦▪▫◾◼⬤‧・",
    "·": "ㆍ",
    "▶": "►▸➢➤❯",
    "→": "⇒⟶➔➜➡",
    "←": "⇐⬅",
    "-": "─━═",
    "|": "│┃║",
    "+": "┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬",
}
ALIKE = {sign: shown for shown, signs in _ALIKE.items() for sign in signs}

# Thai and English names of signs that people type.
_NAMED = (
    ("✓✔✅🗸", "เครื่องหมายถูก", "check mark"),
    ("✗✘❌❎✕✖", "เครื่องหมายผิด", "cross mark"),
    ("☐□▢", "ช่องว่างให้ทำเครื่องหมาย", "empty box"),
    ("☑☒🗹", "ช่องที่ทำเครื่องหมายแล้ว", "ticked box"),
    ("★☆⭐🌟", "รูปดาว", "star"),
    ("♡♥❤💕💖💙💚💛💜🧡", "รูปหัวใจ", "heart"),
    ("👍", "ยกนิ้วให้", "thumbs up"),
    ("👎", "คว่ำนิ้วโป้ง", "thumbs down"),
    ("🙏", "พนมมือ", "folded hands"),
    ("😀😁😂😃😄😅😊🙂☺", "หน้ายิ้ม", "smiling face"),
    ("😢😭🙁☹😞", "หน้าเศร้า", "sad face"),
    ("😠😡", "หน้าโกรธ", "angry face"),
    ("☎📞📱", "รูปโทรศัพท์", "telephone"),
    ("✉📧📩", "รูปจดหมาย", "envelope"),
    ("📌📍", "รูปหมุด", "pin"),
    ("⚠", "เครื่องหมายเตือน", "warning sign"),
    ("☞👉", "มือชี้ขวา", "hand pointing right"),
    ("♿", "รูปรถเข็นคนพิการ", "wheelchair symbol"),
    ("♻", "เครื่องหมายรีไซเคิล", "recycling symbol"),
    ("\ufffc", "รูปภาพ", "picture"),
)
NAMED = {sign: (thai, english) for signs, thai, english in _NAMED for sign in signs}

# Scripts by the first word of their letters' names in Unicode; one by one they would say nothing.
SCRIPTS = {
    "ARABIC": ("อาหรับ", "Arabic"),
    "ARMENIAN": ("อาร์เมเนีย", "Armenian"),
    "BENGALI": ("เบงกาลี", "Bengali"),
    "CJK": ("จีน", "Chinese"),
    "CYRILLIC": ("ซีริลลิก", "Cyrillic"),
    "DEVANAGARI": ("เทวนาครี", "Devanagari"),
    "HANGUL": ("เกาหลี", "Korean"),
    "HEBREW": ("ฮีบรู", "Hebrew"),
    "HIRAGANA": ("ญี่ปุ่น", "Japanese"),
    "KATAKANA": ("ญี่ปุ่น", "Japanese"),
    "KHMER": ("เขมร", "Khmer"),
    "LAO": ("ลาว", "Lao"),
    "MYANMAR": ("พม่า", "Burmese"),
    "SINHALA": ("สิงหล", "Sinhala"),
    "TAMIL": ("ทมิฬ", "Tamil"),
    "TIBETAN": ("ทิเบต", "Tibetan"),
}
