package org.ashlar.masters;

import java.time.LocalDate;
import java.util.List;

/**
 * What an import of exchange rates did.
 *
 * @param days days in the file
 * @param rates rates in the file
 * @param added rates that were new
 * @param corrected rates that differed
 * @param first earliest day, {@code null} if the file has none
 * @param last latest day, {@code null} if the file has none
 * @param unknown currency codes of the file that are not known here and were left out
 */
public record RateImport(int days, int rates, int added, int corrected, LocalDate first, LocalDate last,
        List<String> unknown) {
}
