package io.redress.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.area.Area;
import io.redress.area.AreaScope;
import io.redress.common.problem.Violations;
import io.redress.common.record.InClear;
import io.redress.common.record.Shown;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/**
 * Somebody who may sign in. Disabled, never deleted: what they did keeps their name. Whoever speaks for a branch, knows
 * informants, audits or keeps accounts does nothing else here: each of them must not see, or not have done, what the others do.
 */
@Entity
public class Account extends PanacheEntityBase {

    private static final Set<Role> ALONE = EnumSet.of(Role.BRANCH_LIAISON, Role.TIP_HANDLER, Role.AUDITOR, Role.ADMIN);

    private static final String ADMINISTRATORS = "not disabled and ?1 member of roles";

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    @Version
    long version;

    @Shown
    public String username;

    @Shown
    public String name;

    /** Null if they sign in elsewhere. */
    @InClear("a password hash")
    public String passwordHash;

    /** Whether somebody else knows the password, who set it. */
    boolean mustChangePassword;

    /** Where they sign in, and who they are there; null if they sign in here. */
    @InClear("of an identity provider")
    public String oidcIssuer;

    @InClear("a code of an identity provider")
    public String oidcSubject;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    public Set<Role> roles = EnumSet.noneOf(Role.class);

    /** The area they were given; null for the whole county. They answer for what became of it: {@link #currentArea}. */
    @Shown
    String areaCode;

    /** The branch a liaison speaks for. */
    UUID branchId;

    public boolean disabled;

    public Instant createdAt;

    /** An account of somebody who signs in here. */
    static Account opened(String username, String name, String passwordHash, boolean mustChangePassword, Instant now) {
        var account = new Account();
        account.username = username;
        account.name = name;
        account.passwordHash = passwordHash;
        account.mustChangePassword = mustChangePassword;
        account.createdAt = now;
        return account;
    }

    /** An account of somebody who signs in at an identity provider. */
    public static Account openedElsewhere(String username, String issuer, String subject, Instant now) {
        var account = new Account();
        account.username = username;
        account.oidcIssuer = issuer;
        account.oidcSubject = subject;
        account.createdAt = now;
        return account;
    }

    public void call(String newName) {
        name = newName;
    }

    void disable(boolean isDisabled) {
        disabled = isDisabled;
    }

    /**
     * Gives the account its roles and where they hold.
     *
     * @param areaCode an area that exists; needed by an area officer
     * @param branchId only of a liaison, who may be assigned to one later
     */
    public void appoint(Set<Role> roles, String areaCode, UUID branchId) {
        var violations = new Violations();
        if (roles.size() > 1 && roles.stream().anyMatch(ALONE::contains)) {
            violations.add("/roles", "roles-not-combinable");
        }
        if (roles.contains(Role.AREA_OFFICER) && areaCode == null) {
            violations.add("/areaCode", "area-officer-needs-area");
        }
        if (branchId != null && !roles.contains(Role.BRANCH_LIAISON)) {
            violations.add("/branchId", "branch-only-for-liaison");
        }
        violations.demandNone();
        this.roles.clear();
        this.roles.addAll(roles);
        this.areaCode = areaCode;
        this.branchId = branchId;
    }

    public void choosePassword(String hash) {
        passwordHash = hash;
        mustChangePassword = false;
    }

    /** A password from somebody else, which serves to choose another one. */
    void givePassword(String hash) {
        passwordHash = hash;
        mustChangePassword = true;
    }

    boolean isAdministrator() {
        return !disabled && roles.contains(Role.ADMIN);
    }

    public Viewer viewer() {
        return new Viewer(id, name, Set.copyOf(roles), AreaScope.of(currentArea()), branchId);
    }

    /** The area they answer for: when theirs is abolished, the one that its people belong to since. */
    String currentArea() {
        return Area.currentCode(areaCode);
    }

    public static Optional<Account> named(String username) {
        return find("username", username).firstResultOptional();
    }

    /** For signing in: a change of the account waits until the session is there to be revoked. */
    public static Optional<Account> held(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_READ).firstResultOptional();
    }

    public static Optional<Account> heldToChange(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /**
     * Whether only this one could let others in. Administrators who leave at the same time wait for each other, so that
     * the last of them finds out.
     */
    boolean isLastAdministrator() {
        if (!isAdministrator()) {
            return false;
        }
        find(ADMINISTRATORS + " order by id", Role.ADMIN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        return count(ADMINISTRATORS, Role.ADMIN) == 1;
    }

    public static Optional<Account> ofSubject(String issuer, String subject) {
        return find("oidcIssuer = ?1 and oidcSubject = ?2", issuer, subject)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    static List<Account> after(String username, int limit) {
        return find("username > ?1 order by username", username == null ? "" : username)
                .page(0, limit)
                .list();
    }
}
