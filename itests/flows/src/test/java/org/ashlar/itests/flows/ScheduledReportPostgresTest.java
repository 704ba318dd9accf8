package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class ScheduledReportPostgresTest extends ScheduledReportFlow {

    ScheduledReportPostgresTest() {
        super(Databases.POSTGRESQL);
    }
}
