package org.ashlar.platform.numbering;

/**
 * A series of document numbers with its defaults; an administrator may change pattern and start per company.
 *
 * @param code stable code, for example {@code finance.invoice}
 * @param pattern with {@code {yyyy}}, {@code {MM}} and {@code {seq:N}} (N digits, zero padded), for example {@code INV-{yyyy}-{seq:5}}
 * @param reset when counting starts again at 1
 * @param legal gapless: taken last in the transaction under a row lock; plain ones come from blocks and may have gaps
 */
public record NumberSeries(String code, String pattern, Reset reset, boolean legal) {

    /** When counting starts again. */
    public enum Reset {
        NEVER, YEARLY, MONTHLY
    }

    /** A gapless series. */
    public static NumberSeries legal(String code, String pattern, Reset reset) {
        return new NumberSeries(code, pattern, reset, true);
    }

    /** A series that may have gaps. */
    public static NumberSeries plain(String code, String pattern) {
        return new NumberSeries(code, pattern, Reset.NEVER, false);
    }
}
