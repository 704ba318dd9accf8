package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class ContactsAndCalendarDerbyTest extends ContactsAndCalendarFlow {

    ContactsAndCalendarDerbyTest() {
        super(Databases.DERBY);
    }
}
