package org.ashlar.platform.security.internal.domain;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A set of grants that knows what it covers. It is handed out inside {@link org.ashlar.platform.access.Caller}, so that
 * the compiled form travels with the caller and a hot request neither parses nor hashes grants. Immutable, thread-safe.
 *
 * <p>A grant is a permission ({@code sales.order.confirm}) whose segments may be {@code *}: a trailing one stands for one
 * or more segments, one in the middle for exactly one ({@code sales.*.read}).
 */
public final class GrantSet extends AbstractSet<String> {
    /** Every permission. */
    public static final GrantSet ALL = of(Set.of("*"));
    /** No permission. */
    public static final GrantSet NONE = of(Set.of());
    private static final int REMEMBERED = 4_096;

    private final Set<String> grants;
    private final Node root = new Node();
    private final Map<String, Boolean> answers = new ConcurrentHashMap<>();

    private GrantSet(Set<String> grants) {
        this.grants = grants;
        grants.forEach(grant -> add(root, List.of(grant.split("\\.", -1)), 0));
    }

    /** Compiles grants; one that is compiled already is returned as it is. Blank ones are ignored. */
    public static GrantSet of(Collection<String> grants) {
        if (grants instanceof GrantSet compiled) {
            return compiled;
        }
        Set<String> sorted = new TreeSet<>();
        for (String grant : grants) {
            String trimmed = grant.trim();
            if (!trimmed.isEmpty()) {
                sorted.add(trimmed);
            }
        }
        return new GrantSet(sorted);
    }

    /** Whether the permission is granted. A grant can be asked for too: its stars count as plain segments. */
    public boolean covers(String permission) {
        Boolean known = answers.get(permission);
        if (known != null) {
            return known;
        }
        boolean answer = matches(root, permission.split("\\.", -1), 0);
        if (answers.size() < REMEMBERED) {
            answers.put(permission, answer);
        }
        return answer;
    }

    /** Whether everything that the other set grants is granted here too. */
    public boolean coversAll(Collection<String> others) {
        return others.stream().allMatch(this::covers);
    }

    /** What both sets grant: of each pair of overlapping grants the narrower one. */
    public GrantSet narrowedTo(Collection<String> others) {
        GrantSet other = of(others);
        Set<String> both = new TreeSet<>();
        grants.stream().filter(other::covers).forEach(both::add);
        other.grants.stream().filter(this::covers).forEach(both::add);
        return of(both);
    }

    private static void add(Node node, List<String> segments, int from) {
        if (from == segments.size()) {
            node.end = true;
            return;
        }
        String segment = segments.get(from);
        if ("*".equals(segment) && from == segments.size() - 1) {
            node.rest = true;
            return;
        }
        add(node.next.computeIfAbsent(segment, s -> new Node()), segments, from + 1);
    }

    private static boolean matches(Node node, String[] segments, int from) {
        if (from == segments.length) {
            return node.end;
        }
        if (node.rest) {
            return true;
        }
        Node exact = node.next.get(segments[from]);
        if (exact != null && matches(exact, segments, from + 1)) {
            return true;
        }
        Node any = node.next.get("*");
        return any != null && any != exact && matches(any, segments, from + 1);
    }

    @Override
    public boolean contains(Object o) {
        return grants.contains(o);
    }

    @Override
    public Iterator<String> iterator() {
        return grants.stream().iterator();
    }

    @Override
    public int size() {
        return grants.size();
    }

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private boolean end;
        private boolean rest;
    }
}
