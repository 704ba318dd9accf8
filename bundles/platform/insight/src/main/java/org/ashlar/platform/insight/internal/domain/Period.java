package org.ashlar.platform.insight.internal.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;

/** Spans of days that move with today, named as in JSON. Weeks begin on Monday. */
public enum Period {
    TODAY("today", Step.DAY), YESTERDAY("yesterday", Step.DAY),
    WEEK_TO_DATE("weekToDate", Step.WEEK), MONTH_TO_DATE("monthToDate", Step.MONTH),
    QUARTER_TO_DATE("quarterToDate", Step.QUARTER), YEAR_TO_DATE("yearToDate", Step.YEAR),
    THIS_WEEK("thisWeek", Step.WEEK), THIS_MONTH("thisMonth", Step.MONTH), THIS_QUARTER("thisQuarter", Step.QUARTER),
    THIS_YEAR("thisYear", Step.YEAR),
    LAST_WEEK("lastWeek", Step.WEEK), LAST_MONTH("lastMonth", Step.MONTH), LAST_QUARTER("lastQuarter", Step.QUARTER),
    LAST_YEAR("lastYear", Step.YEAR),
    LAST_7_DAYS("last7Days", Step.SPAN), LAST_30_DAYS("last30Days", Step.SPAN), LAST_90_DAYS("last90Days", Step.SPAN),
    LAST_12_MONTHS("last12Months", Step.SPAN),
    NEXT_7_DAYS("next7Days", Step.SPAN), NEXT_30_DAYS("next30Days", Step.SPAN),
    /** Everything before today. */
    PAST("past", Step.SPAN);

    private enum Step {
        DAY, WEEK, MONTH, QUARTER, YEAR, SPAN
    }

    private final String code;
    private final Step step;

    Period(String code, Step step) {
        this.code = code;
        this.step = step;
    }

    /** Name in JSON. */
    public String code() {
        return code;
    }

    /** By its name in JSON. */
    public static Optional<Period> of(String code) {
        return Arrays.stream(values()).filter(p -> p.code.equals(code)).findFirst();
    }

    /** The days. */
    public Span on(LocalDate today) {
        return switch (this) {
            case TODAY -> new Span(today, today);
            case YESTERDAY -> new Span(today.minusDays(1), today.minusDays(1));
            case WEEK_TO_DATE, MONTH_TO_DATE, QUARTER_TO_DATE, YEAR_TO_DATE -> new Span(start(today), today);
            case THIS_WEEK, THIS_MONTH, THIS_QUARTER, THIS_YEAR -> whole(start(today));
            case LAST_WEEK, LAST_MONTH, LAST_QUARTER, LAST_YEAR -> whole(back(start(today)));
            case LAST_7_DAYS -> new Span(today.minusDays(6), today);
            case LAST_30_DAYS -> new Span(today.minusDays(29), today);
            case LAST_90_DAYS -> new Span(today.minusDays(89), today);
            case LAST_12_MONTHS -> new Span(today.withDayOfMonth(1).minusMonths(11), today);
            case NEXT_7_DAYS -> new Span(today, today.plusDays(6));
            case NEXT_30_DAYS -> new Span(today, today.plusDays(29));
            case PAST -> new Span(null, today.minusDays(1));
        };
    }

    /** The span before: whole for whole ones, as many days for running ones; empty if there is no such thing. */
    public Optional<Span> before(LocalDate today) {
        Span span = on(today);
        if (span.from() == null) {
            return Optional.empty();
        }
        return Optional.of(switch (this) {
            case WEEK_TO_DATE, MONTH_TO_DATE, QUARTER_TO_DATE, YEAR_TO_DATE -> running(span);
            case THIS_WEEK, THIS_MONTH, THIS_QUARTER, THIS_YEAR, LAST_WEEK, LAST_MONTH, LAST_QUARTER, LAST_YEAR ->
                whole(back(span.from()));
            case LAST_12_MONTHS -> new Span(span.from().minusYears(1), span.from().minusDays(1));
            default -> new Span(span.from().minusDays(span.days()), span.from().minusDays(1));
        });
    }

    /** The same span a year earlier; empty if there is no such thing. */
    public Optional<Span> yearBefore(LocalDate today) {
        Span span = on(today);
        if (span.from() == null) {
            return Optional.empty();
        }
        if (step == Step.WEEK) {
            return Optional.of(new Span(span.from().minusWeeks(52), span.to().minusWeeks(52)));
        }
        boolean last = span.to().equals(span.to().with(TemporalAdjusters.lastDayOfMonth())) && step != Step.SPAN && step != Step.DAY;
        LocalDate to = span.to().minusYears(1);
        return Optional.of(new Span(span.from().minusYears(1), last ? to.with(TemporalAdjusters.lastDayOfMonth()) : to));
    }

    private Span running(Span span) {
        LocalDate from = back(span.from());
        LocalDate to = from.plusDays(span.days() - 1);
        return new Span(from, to.isBefore(span.from()) ? to : span.from().minusDays(1));
    }

    private Span whole(LocalDate from) {
        return new Span(from, forward(from).minusDays(1));
    }

    private LocalDate start(LocalDate day) {
        return switch (step) {
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
            case YEAR -> day.withDayOfYear(1);
            default -> day;
        };
    }

    private LocalDate back(LocalDate start) {
        return move(start, -1);
    }

    private LocalDate forward(LocalDate start) {
        return move(start, 1);
    }

    private LocalDate move(LocalDate start, int by) {
        return switch (step) {
            case WEEK -> start.plusWeeks(by);
            case MONTH -> start.plusMonths(by);
            case QUARTER -> start.plusMonths(3L * by);
            case YEAR -> start.plusYears(by);
            default -> start.plusDays(by);
        };
    }

    /**
     * Days from and to, both counted in.
     *
     * @param from first day, {@code null}: without beginning
     * @param to last day
     */
    public record Span(LocalDate from, LocalDate to) {

        /** How many days. */
        long days() {
            return ChronoUnit.DAYS.between(from, to) + 1;
        }
    }
}
