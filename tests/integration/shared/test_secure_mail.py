"""A mail password travels under TLS or not at all."""

import ssl
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.support.ports import free_port
from tests.support.smtp import Letters
from webapp.shared import mail
from webapp.shared.mail import Letter, NoSecureMail, SmtpPost, smtp


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for 127.0.0.1 and its key, signed by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), False
        )
        .sign(key, hashes.SHA256())
    )
    files = folder / "certificate.pem", folder / "key.pem"
    files[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    files[1].write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return files


def test_a_server_with_starttls_gets_the_password_under_tls(app, tmp_path, monkeypatch):
    certificate_file, key_file = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate_file))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate_file, key_file)
    letters, seen = Letters(), []

    def authenticate(_server, session, *_rest):
        seen.append(session.ssl is not None)
        return AuthResult(success=True)

    controller = Controller(
        letters,
        hostname="127.0.0.1",
        port=free_port(),
        tls_context=context,
        require_starttls=True,
        auth_required=True,
        authenticator=authenticate,
    )
    controller.start()
    try:
        app.extensions["post"] = SmtpPost(
            f"smtp://clerk:secret@127.0.0.1:{controller.port}", "office@example.org"
        )
        mail.send(Letter("nok@example.org", "เรื่อง", "ข้อความ"))
    finally:
        controller.stop()

    assert seen == [True]
    assert letters.received[0]["To"] == "nok@example.org"


def test_without_tls_a_far_server_gets_no_password(app, letters, monkeypatch):
    monkeypatch.setattr(smtp, "LOCAL", set())
    url = letters.url.replace("smtp://", "smtp://clerk:secret@")
    app.extensions["post"] = SmtpPost(url, "office@example.org")

    with pytest.raises(NoSecureMail, match="smtps://"):
        mail.send(Letter("nok@example.org", "เรื่อง", "ข้อความ"))
    assert letters.received == []
