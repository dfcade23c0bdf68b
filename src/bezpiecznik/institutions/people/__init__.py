"""People: the list, a person's page, invitations, switching accounts off and on."""
