"""Our own workbook for a programme: written empty or out of a reading, and read back exactly.

For counties that have no readable document, and for those who correct a reading without the network.
"""

from bezpiecznik.resolution.template_reading import is_template, read_template
from bezpiecznik.resolution.template_writing import write_template

__all__ = ["is_template", "read_template", "write_template"]
