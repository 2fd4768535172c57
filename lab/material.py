"""Public keys for the seeded users, the same on every run: each maker takes a random.Random of a fixed seed."""
import base64
import hashlib
import struct

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec


def _text(blob, comment):
    kind = blob[4:4 + struct.unpack(">I", blob[:4])[0]].decode()
    return f"{kind} {base64.b64encode(blob).decode()} {comment}".rstrip(" ")


def _field(data):
    return struct.pack(">I", len(data)) + data


def ed25519(rnd, comment):
    return _text(_field(b"ssh-ed25519") + _field(rnd.randbytes(32)), comment)


def rsa(rnd, comment, bits=2048):
    modulus = rnd.getrandbits(bits) | 1 | 1 << (bits - 1)
    return _text(_field(b"ssh-rsa") + _field(b"\1\0\1") + _field(b"\0" + modulus.to_bytes(bits // 8, "big")), comment)


def ecdsa(rnd, comment, curve=ec.SECP256R1):
    key = ec.derive_private_key(rnd.getrandbits(200) + 1, curve())
    line = key.public_key().public_bytes(serialization.Encoding.OpenSSH, serialization.PublicFormat.OpenSSH)
    return f"{line.decode()} {comment}"


def fingerprint(kind, text):
    """As nova has it: MD5 of an ssh key's blob, SHA-1 of a certificate."""
    if kind == "x509":
        digest = hashlib.sha1(base64.b64decode("".join(text.strip().split("\n")[1:-1]))).hexdigest()
    else:
        digest = hashlib.md5(base64.b64decode(text.split()[1])).hexdigest()
    return ":".join(digest[k:k + 2] for k in range(0, len(digest), 2))


# A self-signed certificate whose private key was thrown away.
X509 = """\
-----BEGIN CERTIFICATE-----
MIIDLzCCAhegAwIBAgICEmcwDQYJKoZIhvcNAQELBQAwLzERMA8GA1UEAwwIbGFi
IHVzZXIxGjAYBgNVBAoMEWNsb3VkdHJhbnNmZXIgbGFiMCAXDTI2MTEyMTA0NDUx
MloYDzIxMjYxMDI4MDQ0NTEyWjAvMREwDwYDVQQDDAhsYWIgdXNlcjEaMBgGA1UE
CgwRY2xvdWR0cmFuc2ZlciBsYWIwggEiMA0GCSqGSIb3DQEBAQUAA4IBDwAwggEK
AoIBAQDFiircDKYtyVtZzJZfb1QzIub7cK4VcEVtOgJS6lCasTq2d04OLhuGyQWc
593xYYpoi3YoVJjySRlNWLwwJSCit1JOIMMSWccZ1Y4BiQUfR0qzxDipnHiWNzMS
U1q9u+FAZ/2HLomj1vMWaEIfOeb0oyeZPXELE0s44zFKWytv4ZroKaEBCrdBY8Ek
QLkm+DbZEZlEarbmzaTVUpv++RxMPMI4s0sM4Txl45rO2iHF4ILUTpOkfTNdi//+
Z43MkMJ1gmpFjVyfPf4UxKYxn7SpZde8YWRAbr2Za8HFN4YmnRvtV+cnCheqQ13W
uHL7YaTy3t0lGD4vaEbv3mLc62X9AgMBAAGjUzBRMB0GA1UdDgQWBBQL9FHqxaP2
dhRim5RZutR1Xy3sRDAfBgNVHSMEGDAWgBQL9FHqxaP2dhRim5RZutR1Xy3sRDAP
BgNVHRMBAf8EBTADAQH/MA0GCSqGSIb3DQEBCwUAA4IBAQCBgegZsPgrCUr1DZus
p2CNfYFa88EdX2GsDdXs3fbi2p0urjVqwvsCP3MyYqx8mtmzkVAVBYjK4K9gBfpP
bE4f2YYNpRCd4cy78gXoHm22qpKdmQg1EhaXUdMI6c62gqTGLLR9sRpiH+9kl9QG
m27ukk7IyMvrJP4DxOj6/yQrcDOiuNWM0/g9r8TOrrlOc0vL+2gQGXx18HasARRK
oeXSCnVGFRdOq0I4MpqMbFwXVgrM+pq/Ibfi/h/fjBWAjAh9UoBaYSyuNLA2TMHJ
cjd9QVj7bNuA4yeWKp67lT9JT/ybew+LzXeu+B3cxSkrDab3YZs5C44E5//T1EIb
jaL7
-----END CERTIFICATE-----
"""
