package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class ScheduledReportDerbyTest extends ScheduledReportFlow {

    ScheduledReportDerbyTest() {
        super(Databases.DERBY);
    }
}
