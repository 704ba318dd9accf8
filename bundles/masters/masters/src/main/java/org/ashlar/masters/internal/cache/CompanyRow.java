package org.ashlar.masters.internal.cache;

/** What a {@link RowCache} keeps of a record. */
public interface CompanyRow {

    /** Owning company. */
    long companyId();
}
