package org.ashlar.inventory.internal.service;

import java.util.List;
import org.ashlar.platform.record.DocumentLinks;
import org.ashlar.platform.record.LinkTable;
import org.osgi.service.component.annotations.Component;

/** Transfers name the document that asked for them. */
@Component
public class TransferLinks implements DocumentLinks {

    @Override
    public List<LinkTable> tables() {
        return List.of(LinkTable.bySource("inventory_transfer", "inventory.transfer"));
    }
}
