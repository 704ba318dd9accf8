package org.ashlar.itests.torture;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.ashlar.finance.internal.domain.TaxRounding;
import org.ashlar.finance.internal.domain.TaxRule;
import org.ashlar.finance.internal.domain.TaxedLine;
import org.ashlar.itests.support.Api;

/** Posts generated invoices in one company and compares what the suite made of them with the rules run here. */
final class PostedInvoices {

    private static final Pattern AMOUNT = Pattern.compile("\\d[\\d,]*(\\.\\d+)?");

    private final Api api;
    private final List<Map.Entry<String, Integer>> currencies;
    private final TaxRounding rounding;
    private final long customer;
    private final long vendor;

    PostedInvoices(Api api, Map<String, Integer> currencies, TaxRounding rounding) {
        this.api = api;
        this.currencies = currencies.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        this.rounding = rounding;
        api.post("/platform/settings", "{'name':'finance.tax.rounding','content':'" + rounding + "'}").expect(201);
        AddingUp.taxes(api, "SALE", "TAX_OUTPUT", "");
        AddingUp.taxes(api, "PURCHASE", "TAX_INPUT", "P-");
        customer = api.post("/masters/parties", "{'name':'Adds up','customer':true}").expect(201).id();
        vendor = api.post("/masters/parties", "{'name':'Adds up, too','vendor':true}").expect(201).id();
    }

    Api api() {
        return api;
    }

    /** Posts one; every fourth is a vendor's bill. Returns what differs, or {@code null}. */
    String post(long seed, boolean print) {
        Map.Entry<String, Integer> currency = currencies.get((int) (seed % currencies.size()));
        boolean sale = seed % 4 != 3;
        GeneratedInvoice invoice = GeneratedInvoice.of(seed).in(currency.getValue(), rounding);
        List<TaxedLine> expected = invoice.taxed();
        BigDecimal net = GeneratedInvoice.sum(expected.stream().map(TaxedLine::net));
        BigDecimal tax = GeneratedInvoice.sum(expected.stream().map(TaxedLine::tax));
        String lines = invoice.lines().stream().map(l -> "{'text':'x','quantity':'" + l.quantity().toPlainString() + "','unitPrice':'"
                + l.price().toPlainString() + "','discountPercent':'" + l.discount().toPlainString() + "','taxCode':'"
                + l.taxes().stream().map(TaxRule::code).map(c -> sale ? c : "P-" + c).collect(Collectors.joining("+")) + "'}")
                .collect(Collectors.joining(","));
        long id = api.post("/finance/invoices", "{'kind':'" + (sale ? "CUSTOMER_INVOICE" : "VENDOR_BILL") + "','party':"
                + (sale ? customer : vendor) + ",'currency':'" + currency.getKey() + "','reference':'R-" + seed + "','lines':["
                + lines + "]}").expect(201).id();
        JsonNode posted = api.post("/finance/invoices/" + id + "/post", "{}").expect(200).json();
        String wrong = header(posted, expected, net, tax);
        if (expected.stream().allMatch(l -> l.net().signum() == 0 && l.tax().signum() == 0)) {
            // Less than the smallest coin in each line: posted, but nothing for the ledger.
            return posted.path("entry").isNull() ? wrong : "an entry of nothing: " + posted;
        }
        JsonNode entry = api.get("/finance/entries/" + posted.path("entry").path("id").asLong()).expect(200).json();
        return Stream.of(wrong, journal(entry, sale, net.add(tax), tax), print ? pdf(id, net, tax) : null)
                .filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static String header(JsonNode posted, List<TaxedLine> expected, BigDecimal net, BigDecimal tax) {
        if (!AddingUp.same(posted.path("netAmount"), net) || !AddingUp.same(posted.path("taxAmount"), tax)
                || !AddingUp.same(posted.path("totalAmount"), net.add(tax))) {
            return "header is not " + net + " + " + tax + ": " + posted;
        }
        for (int i = 0; i < expected.size(); i++) {
            JsonNode line = posted.path("lines").get(i);
            if (!AddingUp.same(line.path("netAmount"), expected.get(i).net())
                    || !AddingUp.same(line.path("totalAmount"), expected.get(i).total())) {
                return "line " + i + " is not " + expected.get(i) + ": " + line;
            }
        }
        return null;
    }

    private static String journal(JsonNode entry, boolean sale, BigDecimal total, BigDecimal tax) {
        BigDecimal control = BigDecimal.ZERO;
        BigDecimal taxes = BigDecimal.ZERO;
        BigDecimal balance = BigDecimal.ZERO;
        BigDecimal company = BigDecimal.ZERO;
        for (JsonNode line : entry.path("lines")) {
            BigDecimal debit = line.path("debit").decimalValue().subtract(line.path("credit").decimalValue());
            balance = balance.add(debit);
            company = company.add(line.path("companyDebit").decimalValue()).subtract(line.path("companyCredit").decimalValue());
            BigDecimal signed = sale ? debit : debit.negate();
            if (!line.path("dueDate").isNull()) {
                control = control.add(signed);
            } else if (!line.path("tax").isNull()) {
                taxes = taxes.subtract(signed);
            }
        }
        boolean well = control.compareTo(total) == 0 && taxes.compareTo(tax) == 0 && balance.signum() == 0 && company.signum() == 0;
        return well ? null : "journal: " + control + " for " + total + ", tax " + taxes + " for " + tax + ": " + entry;
    }

    private String pdf(long id, BigDecimal net, BigDecimal tax) {
        Set<BigDecimal> seen = new TreeSet<>();
        try (PDDocument document = Loader.loadPDF(api.file("/prints/finance/invoices/" + id + ".pdf"))) {
            Matcher amounts = AMOUNT.matcher(new PDFTextStripper().getText(document));
            while (amounts.find()) {
                seen.add(new BigDecimal(amounts.group().replace(",", "")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Stream.of(net, tax, net.add(tax)).allMatch(a -> seen.contains(a.abs())) ? null
                : "the PDF lacks one of " + net + ", " + tax + ", " + net.add(tax) + ": " + seen;
    }
}
