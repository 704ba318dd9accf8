package org.ashlar.platform.insight.internal.board;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The dashboards that modules bring in {@code ASHLAR-INF/dashboards}; they come and go with their bundle. Thread-safe. */
@Component(service = Shipped.class)
public final class Shipped implements BundleTrackerCustomizer<List<Shipped.Board>> {

    private static final Logger LOG = LoggerFactory.getLogger(Shipped.class);
    private static final String FOLDER = "ASHLAR-INF/dashboards";

    private final ObjectMapper json = new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true);
    private final BundleTracker<List<Board>> bundles;

    /** Used by DS. */
    @Activate
    public Shipped(BundleContext context) {
        bundles = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
        bundles.open();
    }

    @Deactivate
    void stop() {
        bundles.close();
    }

    /**
     * A shipped dashboard; titles are texts {@code dashboard.<code>} and {@code dashboard.<code>.<tile key>}.
     *
     * @param code name of its file
     * @param order lower comes first
     * @param tiles tiles
     */
    public record Board(String code, int order, List<Tile> tiles) {
    }

    /** All of them. */
    List<Board> list() {
        return bundles.getTracked().values().stream().flatMap(List::stream)
                .sorted(Comparator.comparingInt(Board::order).thenComparing(Board::code)).toList();
    }

    Optional<Board> find(String code) {
        return list().stream().filter(b -> b.code().equals(code)).findFirst();
    }

    @Override
    public List<Board> addingBundle(Bundle bundle, BundleEvent event) {
        Enumeration<URL> files = bundle.getBundleId() == 0 ? null : bundle.findEntries(FOLDER, "*.json", false);
        if (files == null) {
            return null;
        }
        List<Board> boards = new ArrayList<>();
        while (files.hasMoreElements()) {
            URL file = files.nextElement();
            String name = file.getPath().substring(file.getPath().lastIndexOf('/') + 1);
            try {
                Board read = json.readValue(file, Board.class);
                boards.add(new Board(name.substring(0, name.length() - ".json".length()), read.order(), read.tiles()));
            } catch (IOException e) {
                LOG.error("{}/{} of {} cannot be read and is left out: {}", FOLDER, name, bundle.getSymbolicName(), e.getMessage());
            }
        }
        return boards;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, List<Board> boards) {
        // What it holds stays the same.
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, List<Board> boards) {
        // The tracker forgets them.
    }
}
