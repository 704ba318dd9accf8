package org.ashlar.platform.operations.internal.extension;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What is done about requests that are inside an extension. One thread. */
final class StuckCalls {

    /** Younger requests are not looked at. */
    static final Duration YOUNG = Duration.ofSeconds(5);
    /** So many at once are not waited for; as many as an extension may answer at a time. */
    static final int CROWD = 16;
    /** Interrupted ones of an extension, until it is set aside. */
    static final int OFTEN = 3;
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Duration limit;
    private final Map<String, Integer> interrupted = new HashMap<>();

    StuckCalls(Duration limit) {
        this.limit = limit;
    }

    /** A request, how long it has been inside without leaving, and whether it has been interrupted. */
    record Call(Duration inside, boolean interrupted) {
    }

    /** Which are interrupted now, and whether the extension is set aside. */
    record Verdict(List<Integer> interrupt, boolean setAside) {
    }

    /** Judges all requests that are inside one extension now. */
    Verdict judge(String extension, List<Call> calls) {
        List<Integer> late = IntStream.range(0, calls.size())
                .filter(i -> !calls.get(i).interrupted && calls.get(i).inside.compareTo(limit) >= 0).boxed().toList();
        int times = interrupted.merge(extension, late.size(), Integer::sum);
        boolean deaf = calls.stream().anyMatch(c -> c.interrupted && c.inside.compareTo(limit.plus(GRACE)) >= 0);
        boolean crowd = calls.stream().filter(c -> c.inside.compareTo(YOUNG) >= 0).count() >= CROWD;
        boolean aside = deaf || crowd || times >= OFTEN;
        if (aside) {
            interrupted.remove(extension);
            return new Verdict(IntStream.range(0, calls.size()).filter(i -> !calls.get(i).interrupted).boxed().toList(), true);
        }
        return new Verdict(late, false);
    }
}
