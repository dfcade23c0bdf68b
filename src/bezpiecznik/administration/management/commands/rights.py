"""`bezpiecznik rights`: the whole table of rights as TSV: URL name, method, role, own or foreign, expected answer."""

import csv
from dataclasses import astuple, fields
from typing import Any

from django.core.management.base import BaseCommand

from bezpiecznik.administration.rights_table import Answer, answers


class Command(BaseCommand):
    help = "Print what every address answers to every role, for own and foreign objects (TSV)."

    def handle(self, *_args: Any, **_options: Any) -> None:
        table = csv.writer(self.stdout, delimiter="\t", lineterminator="\n")
        table.writerow(field.name for field in fields(Answer))
        table.writerows(astuple(answer) for answer in answers())
