package org.ashlar.platform.kernel.internal.registry;

import org.ashlar.platform.node.NodeListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A module that is disabled or enabled on one node is so on all: they share its tables. Thread-safe. */
@Component
public final class ModuleFollower implements NodeListener {

    /** What other nodes are told under. */
    static final String TOPIC = "platform.module";

    private final SchemaGate gate;

    /** By injection. */
    @Activate
    public ModuleFollower(@Reference SchemaGate gate) {
        this.gate = gate;
    }

    @Override
    public void heard(String topic, String text) {
        if (topic.equals(TOPIC)) {
            gate.follow();
        }
    }

    @Override
    public void missed() {
        gate.follow();
    }
}
