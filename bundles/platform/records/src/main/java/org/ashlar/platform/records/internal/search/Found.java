package org.ashlar.platform.records.internal.search;

/**
 * What an index knows about a search.
 *
 * @param ids records that may match: all of them, or the asked page in its order if {@code paged}
 * @param total number of matching records if {@code paged}
 * @param paged whether sorting and paging are done
 */
public record Found(long[] ids, long total, boolean paged) {
}
