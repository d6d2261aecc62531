"""How the office deals with what citizens send it. Plain Python: no Flask, no database.

Sources: the Secretariat's notice on complaints, suggestions, comments and compliments
(แนวทางปฏิบัติการจัดการข้อร้องเรียน ข้อเสนอแนะ ข้อคิดเห็น และคำชมเชย), its published standard of an
answer within 3 working days, and the right of constitution s.41(2).
"""
