package org.ashlar.crm.internal.service;

import java.util.List;
import org.ashlar.platform.record.DocumentLinks;
import org.ashlar.platform.record.LinkTable;
import org.osgi.service.component.annotations.Component;

/** Opportunities say which lead they came from. */
@Component
public final class CrmLinks implements DocumentLinks {


    @Override
    public List<LinkTable> tables() {
        return List.of(LinkTable.between("crm_opportunity", "crm.lead", "lead_id", "crm.opportunity", "id"));
    }
}
