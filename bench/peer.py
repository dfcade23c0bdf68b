"""Settings of the bench: the product with Django's admin beside it, a list everybody knows to be measured against.

The product itself has no admin site. This module is settings and addresses at once, so that it is read first.
"""

from bezpiecznik.config.settings import *  # noqa: F403
from bezpiecznik.config.settings import INSTALLED_APPS as OF_THE_PRODUCT

INSTALLED_APPS = ["django.contrib.admin", *OF_THE_PRODUCT]
ROOT_URLCONF = "peer_urls"
SECOND_FACTOR_REQUIRED = False
