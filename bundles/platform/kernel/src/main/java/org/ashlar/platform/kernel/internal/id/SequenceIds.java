package org.ashlar.platform.kernel.internal.id;

import java.util.Map;
import javax.sql.DataSource;
import org.ashlar.platform.kernel.internal.jdbc.Jdbc;
import org.ashlar.platform.module.ModuleReady;
import org.ashlar.platform.record.IdSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Ids from the sequence {@code platform_seq_ids}, whose step is one block; on a connection outside any transaction. */
@Component
public final class SequenceIds implements IdSource {

    private final Jdbc jdbc;
    private final String nextBlock;
    private long next;
    private long end;

    @Activate
    public SequenceIds(@Reference(target = "(ashlar.datasource=plain)") Map.Entry<Map<String, Object>, DataSource> plain,
            @Reference(target = "(ashlar.module=platform)") ModuleReady tables) {
        this(plain.getValue(), "postgresql".equals(plain.getKey().get("ashlar.database")));
    }

    /** For tests. */
    public SequenceIds(DataSource plain, boolean postgresql) {
        jdbc = new Jdbc(plain);
        nextBlock = postgresql ? "SELECT nextval('platform_seq_ids')" : "VALUES NEXT VALUE FOR platform_seq_ids";
    }

    @Override
    public synchronized long next() {
        if (next == end) {
            fetch();
        }
        return next++;
    }

    @Override
    public synchronized long block(int count) {
        if (count < 1 || count > BLOCK) {
            throw new IllegalArgumentException("A block has 1 to " + BLOCK + " ids, not " + count);
        }
        if (end - next < count) {
            fetch();
        }
        long first = next;
        next += count;
        return first;
    }

    private void fetch() {
        next = jdbc.first(nextBlock, row -> row.getLong(1)).orElseThrow();
        end = next + BLOCK;
    }
}
