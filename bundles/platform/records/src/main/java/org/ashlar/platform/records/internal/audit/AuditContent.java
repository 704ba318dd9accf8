package org.ashlar.platform.records.internal.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.HexFormat;
import java.util.TimeZone;

/**
 * What one row of the log says, in a form that has one spelling only: each value with its length in front. The id is no
 * part of it, so that content which stands under another id is recognised.
 */
record AuditContent(long id, Instant at, long userId, String login, long companyId, String channel, String address,
        String model, long recordId, String rootModel, long rootId, String kind, String changes, String requestId,
        String seal) {

    /** Columns in the order that {@link #read} expects, for an alias {@code a}. */
    static final String COLUMNS = "a.id, a.at_time, a.user_id, a.login, a.company_id, a.channel, a.address, a.model, a.record_id,"
            + " a.root_model, a.root_id, a.kind, a.changes, a.request_id, a.seal";

    static AuditContent read(ResultSet row, int first) throws SQLException {
        int i = first;
        return new AuditContent(row.getLong(i++), instant(row, i++), row.getLong(i++), row.getString(i++), row.getLong(i++),
                row.getString(i++), row.getString(i++), row.getString(i++), row.getLong(i++), row.getString(i++),
                row.getLong(i++), row.getString(i++), row.getString(i++), row.getString(i++), row.getString(i));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp at = row.getTimestamp(column, utc());
        return at == null ? Instant.EPOCH : at.toInstant();
    }

    static Calendar utc() {
        return Calendar.getInstance(TimeZone.getTimeZone(ZoneOffset.UTC));
    }

    /** SHA-256 of the content, hex. */
    String hash() {
        StringBuilder text = new StringBuilder(256 + (changes == null ? 0 : changes.length()));
        put(text, String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, at)));
        put(text, String.valueOf(userId));
        put(text, login);
        put(text, String.valueOf(companyId));
        put(text, channel);
        put(text, address);
        put(text, model);
        put(text, String.valueOf(recordId));
        put(text, rootModel);
        put(text, String.valueOf(rootId));
        put(text, kind);
        put(text, changes);
        put(text, requestId);
        return sha256(text.toString());
    }

    private static void put(StringBuilder out, String value) {
        if (value == null) {
            out.append("-,");
        } else {
            out.append(value.length()).append(':').append(value).append(',');
        }
    }

    static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
