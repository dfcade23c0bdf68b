"""How passwords are hashed."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2(Argon2PasswordHasher):
    """Argon2id as OWASP advises (19 MiB, two passes, one lane): forty people sign in at once on a small machine.

    Django's own default takes 100 MiB and eight lanes for each; `bench/sign_in.py` measures the difference.
    """

    time_cost = 2
    memory_cost = 19_456
    parallelism = 1
