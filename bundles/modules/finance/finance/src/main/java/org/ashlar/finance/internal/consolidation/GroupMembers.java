package org.ashlar.finance.internal.consolidation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.ashlar.finance.internal.books.BooksCache;
import org.ashlar.masters.CompanyParties;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.access.Callers;
import org.ashlar.platform.access.Channel;
import org.ashlar.platform.access.RecordAccess;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.problem.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Whose books a caller may consolidate: in each company he needs what a report over its ledger needs there, so the permission
 * and no rule that hides some of it. A token is for one company and brings no other; so is the suite itself, except at its console
 * for companies that are named. Answers from memory. Thread-safe.
 */
@Component(service = GroupMembers.class)
public final class GroupMembers {

    /** What a caller must be allowed to do in each company. */
    public static final String PERMISSION = "finance.entry.read";

    /** What he must see wholly in each company. */
    public static final Set<String> MODELS = Set.of("finance.entry", "finance.entryLine", "finance.account");

    private final Companies companies;
    private final CompanyParties parties;
    private final BooksCache books;
    private final Access access;
    private final Callers callers;
    private final RecordAccess records;

    /** Injected. */
    @Activate
    public GroupMembers(@Reference Companies companies, @Reference CompanyParties parties, @Reference BooksCache books,
            @Reference Access access, @Reference Callers callers, @Reference RecordAccess records) {
        this.companies = companies;
        this.parties = parties;
        this.books = books;
        this.access = access;
        this.callers = callers;
        this.records = records;
    }

    /**
     * The companies of these codes, or all that the caller may read, in the order of their codes.
     *
     * @param codes codes separated by commas, {@code null}: all
     * @throws Problem RULE at {@code companies} for one that is not there or that he may not read
     */
    List<GroupMember> of(String codes) {
        Map<Long, Caller> readable = new HashMap<>();
        List<Company> found = new ArrayList<>();
        for (Company company : companies.list()) {
            reader(company.id(), codes != null).ifPresent(caller -> {
                readable.put(company.id(), caller);
                found.add(company);
            });
        }
        List<Company> chosen = found.stream().filter(c -> codes == null || split(codes).contains(c.code()))
                .sorted((a, b) -> a.code().compareTo(b.code())).toList();
        if (codes != null) {
            Set<String> missing = new TreeSet<>(split(codes));
            chosen.forEach(company -> missing.remove(company.code()));
            if (!missing.isEmpty() || chosen.isEmpty()) {
                throw Problem.rule("companies", "finance.consolidation.company", missing.isEmpty() ? codes : String.join(", ", missing));
            }
        }
        Set<Long> ids = chosen.stream().map(Company::id).collect(Collectors.toSet());
        return chosen.stream().map(company -> new GroupMember(company, books.of(company.id()),
                access.as(readable.get(company.id()), () -> partners(ids)))).toList();
    }

    private static Collection<String> split(String codes) {
        return Arrays.stream(codes.split("[,，;\\s]+")).filter(code -> !code.isBlank())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Map<Long, Long> partners(Set<Long> group) {
        return parties.all().entrySet().stream().filter(e -> group.contains(e.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Optional<Caller> reader(long company, boolean named) {
        Caller present = access.caller();
        if (present.companyId() == company) {
            return Optional.of(present);
        }
        if (present.userId() == 0) {
            return named && present.channel() == Channel.CONSOLE ? Optional.of(access.system(company)) : Optional.empty();
        }
        if (!present.companies().contains(company)) {
            return Optional.empty();
        }
        return callers.of(present.userId(), company, present.channel()).filter(caller -> access.as(caller,
                () -> access.may(PERMISSION) && MODELS.stream().noneMatch(records::restricted)));
    }
}
