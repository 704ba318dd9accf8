package org.ashlar.platform.operations.internal.checkup;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ashlar.platform.checkup.Check;
import org.ashlar.platform.checkup.Finding;
import org.ashlar.platform.checkup.Severity;
import org.ashlar.platform.module.Extensions;
import org.ashlar.platform.operations.internal.extension.DefaultExtensions;
import org.ashlar.platform.operations.internal.extension.LogWatch;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Extensions of which old versions stay in memory, that flood the log, and memory that is full after garbage was collected. Thread-safe. */
@Component
public final class BehaviourCheck implements Check {

    /** Of what the process may have. */
    private static final int FULL_PERCENT = 85;
    private static final Pattern LONG_LIVED = Pattern.compile("Tenured|Old");
    private static final String PAGE = "/app/apps";

    private final DefaultExtensions extensions;
    private final LogWatch log;

    /** By injection. */
    @Activate
    public BehaviourCheck(@Reference DefaultExtensions extensions, @Reference LogWatch log) {
        this.extensions = extensions;
        this.log = log;
    }

    @Override
    public String area() {
        return "modules";
    }

    @Override
    public List<Finding> run() {
        List<Finding> findings = new ArrayList<>();
        extensions.remains().forEach((name, versions) -> findings.add(new Finding(area(), Severity.WARN, "checkup.modules.leak",
                List.of(name, versions), PAGE)));
        log.flooding().forEach(name -> findings.add(new Finding(area(), Severity.WARN, "checkup.modules.flood", List.of(name), PAGE)));
        // Of what lives long, after the last collection: what is used now, and what is young, says nothing.
        long percent = ManagementFactory.getMemoryPoolMXBeans().stream().filter(p -> LONG_LIVED.matcher(p.getName()).find())
                .map(p -> p.getCollectionUsage()).filter(Objects::nonNull).filter(u -> u.getMax() > 0)
                .mapToLong(BehaviourCheck::percent).max().orElse(0);
        if (percent >= FULL_PERCENT) {
            String running = extensions.list().stream().filter(e -> e.state().equals("ACTIVE")).map(Extensions.Extension::name)
                    .collect(Collectors.joining(", "));
            findings.add(running.isEmpty() ? new Finding(area(), Severity.BAD, "checkup.modules.memory", List.of(percent), null)
                    : new Finding(area(), Severity.BAD, "checkup.modules.memoryExtensions", List.of(percent, running), PAGE));
        }
        return findings;
    }

    private static long percent(MemoryUsage usage) {
        return usage.getUsed() * 100 / usage.getMax();
    }
}
