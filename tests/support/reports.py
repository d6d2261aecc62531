"""Reports of mail servers on letters that did not arrive (RFC 3464), as servers write them."""

# As Postfix words it: the report in words, its fields, the headers of the letter.
_REPORT = """From: MAILER-DAEMON@mail.example.org (Mail Delivery System)
To: office@senate.example
Subject: Undelivered Mail Returned to Sender
Message-ID: <20260302.{number}@mail.example.org>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B"

--B
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--B
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.org
Arrival-Date: Mon,  2 Mar 2026 05:00:00 +0000 (UTC)

Final-Recipient: rfc822; {to}
Original-Recipient: rfc822;{to}
Action: {action}
Status: {status}
Remote-MTA: dns; mx.example.org
Diagnostic-Code: smtp; 550 {status} <{to}>: the mailbox
    does not take it

--B
Content-Type: {returned}

From: office@senate.example
To: {to}
Message-ID: {message_id}
Subject: =?utf-8?q?=E0=B8=A3?=

--B--
"""


def report(
    message_id: str,
    to: str = "nok@example.org",
    status: str = "5.1.1",
    action: str = "failed",
    returned: str = "text/rfc822-headers",
) -> bytes:
    """A report that the letter called `message_id` did not reach `to`."""
    number = abs(hash((message_id, to, status)))
    return (
        _REPORT.format(
            number=number,
            message_id=message_id,
            to=to,
            status=status,
            action=action,
            returned=returned,
        )
        .replace("\n", "\r\n")
        .encode()
    )
