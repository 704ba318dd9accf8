package org.ashlar.platform.insight.internal.board;

import java.util.Map;

/** What one tile has to read; made for all tiles before the first of them reads. */
interface TilePlan {

    /** Says what it will ask. */
    void announce(Asked asked);

    /** Reads and puts what the tile shows into the answer. */
    void read(Asked asked, Map<String, Object> answer);

    /** The filter of the list behind it. */
    String filter();
}
