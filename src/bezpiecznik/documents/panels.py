"""Parts of the page of a document that higher rooms add, such as the case it belongs to."""

from bezpiecznik.core.panels import Registry
from bezpiecznik.documents.models import Document
from bezpiecznik.institutions.access import Visitor

of_document: Registry[[Document, Visitor]] = Registry()
