package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class ContactsAndCalendarPostgresTest extends ContactsAndCalendarFlow {

    ContactsAndCalendarPostgresTest() {
        super(Databases.POSTGRESQL);
    }
}
