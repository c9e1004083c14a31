package io.redress.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.area.Area;
import io.redress.area.AreaScope;
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
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** A user account. It is disabled, never deleted, so that records keep the name. */
@Entity
public class Account extends PanacheEntityBase {

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

    /** Null for an account that signs in at an identity provider. */
    @InClear("a password hash")
    public String passwordHash;

    /** Whether another person set the password and so knows it. */
    boolean mustChangePassword;

    /**
     * Split knowledge: the code that the second person gives to the owner, who needs it beside the password that the
     * administrator knows. Null once the owner has chosen a password.
     */
    @InClear("a password hash")
    public String releaseCodeHash;

    /** Identity provider and the account's subject there; null for an account with a password. */
    @InClear("of an identity provider")
    public String oidcIssuer;

    @InClear("a code of an identity provider")
    public String oidcSubject;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    public Set<Role> roles = EnumSet.noneOf(Role.class);

    /** The area as assigned; null for the whole county. The responsible area is its successor: {@link #currentArea}. */
    @Shown
    String areaCode;

    /** The branch of a liaison. */
    UUID branchId;

    public boolean disabled;

    public Instant createdAt;

    /** Opens an account that signs in with a password. */
    static Account opened(String username, String name, String passwordHash, boolean mustChangePassword, Instant now) {
        var account = new Account();
        account.username = username;
        account.name = name;
        account.passwordHash = passwordHash;
        account.mustChangePassword = mustChangePassword;
        account.createdAt = now;
        return account;
    }

    /** Opens an account that signs in at an identity provider. */
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

    /** Assigns roles, area and branch, and whether the account may be used. */
    public void appoint(Rights rights) {
        rights.demandValid();
        if (!roles.equals(rights.roles())) {
            roles.clear();
            roles.addAll(rights.roles());
        }
        areaCode = rights.areaCode();
        branchId = rights.branchId();
        disabled = rights.disabled();
    }

    public Rights rights() {
        return new Rights(roles, currentArea(), branchId, disabled);
    }

    public void choosePassword(String hash) {
        passwordHash = hash;
        mustChangePassword = false;
        releaseCodeHash = null;
    }

    /** Sets an initial password, which the user must change at the next sign-in. */
    void givePassword(String hash) {
        passwordHash = hash;
        mustChangePassword = true;
        releaseCodeHash = null;
    }

    /** From now on the initial password is of use only together with the code. */
    void demandReleaseCode(String hash) {
        releaseCodeHash = hash;
    }

    public boolean hasInitialPassword() {
        return mustChangePassword;
    }

    public long version() {
        return version;
    }

    public Viewer viewer() {
        return new Viewer(id, name, Set.copyOf(roles), AreaScope.of(currentArea()), branchId);
    }

    /** The responsible area: the assigned one or, once it is abolished, its successor. */
    String currentArea() {
        return Area.currentCode(areaCode);
    }

    public static Optional<Account> named(String username) {
        return find("username", username).firstResultOptional();
    }

    /** Read lock for sign-in: a change of the account waits until the session exists and can be revoked. */
    public static Optional<Account> held(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_READ).firstResultOptional();
    }

    public static Optional<Account> heldToChange(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /**
     * Whether this is the only active administrator. The locks make administrators who leave at the same time wait for
     * each other, so that the last one is refused.
     */
    boolean isLastAdministrator() {
        if (!rights().areOfAdministrator()) {
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

    public static List<Account> ofIds(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }

    public static List<Account> after(String username, int limit) {
        return find("username > ?1 order by username", username == null ? "" : username)
                .page(0, limit)
                .list();
    }
}
