package org.ashlar.platform.collaboration.internal.rest;

import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.collaboration.internal.service.ActivityLists;
import org.ashlar.platform.collaboration.internal.service.ActivityLists.Activity;
import org.ashlar.platform.collaboration.internal.service.AttachmentViews;
import org.ashlar.platform.collaboration.internal.service.AttachmentViews.FileView;
import org.ashlar.platform.collaboration.internal.service.CommentService;
import org.ashlar.platform.collaboration.internal.service.Followers;
import org.ashlar.platform.collaboration.internal.service.Person;
import org.ashlar.platform.collaboration.internal.service.Subject;
import org.ashlar.platform.collaboration.internal.service.Subjects;
import org.ashlar.platform.collaboration.internal.service.Tags;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What hangs on a record: comments, followers, activities, files, tags. The path names the record as its own REST path
 * does; a record that the caller may not read answers 404, whatever hangs on it. Users of partners see and write shared
 * comments of their records and nothing else.
 */
@Component(service = ThreadResource.class)
@RestResource
@Path("/threads/{module}/{collection}/{id: [0-9]{1,18}}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ThreadResource {

    private final Subjects subjects;
    private final CommentService comments;
    private final Followers followers;
    private final ActivityLists activities;
    private final AttachmentViews files;
    private final Tags tags;
    private final Access access;

    /** By injection. */
    @Activate
    public ThreadResource(@Reference Subjects subjects, @Reference CommentService comments, @Reference Followers followers,
            @Reference ActivityLists activities, @Reference AttachmentViews files, @Reference Tags tags,
            @Reference Access access) {
        this.subjects = subjects;
        this.comments = comments;
        this.followers = followers;
        this.activities = activities;
        this.files = files;
        this.tags = tags;
        this.access = access;
    }

    /** Numbers for the panel. {@code mayAttach}: the caller may add files and tags. */
    public record Summary(String model, long recordId, String label, long comments, long activities, long attachments,
            List<Person> followers, boolean following, List<Tags.Tag> tags, boolean mayAttach) {
    }

    /** A new comment; {@code shared}: partners' users see it, too. */
    public record NewComment(String text, boolean shared) {
    }

    /** A changed text. */
    public record Text(String text) {
    }

    /** Who; {@code null}: the caller. */
    public record Who(Long user) {
    }

    /** Names of tags. */
    public record TagNames(List<String> names) {
    }

    /** Followers. */
    public record FollowerList(List<Person> rows, boolean following) {
    }

    /** Activities. */
    public record ActivityList(List<Activity> rows) {
    }

    /** Files. */
    public record FileList(List<FileView> rows, FileRules rules) {
    }

    /** What may be uploaded. */
    public record FileRules(long maxBytes, List<String> extensions) {
    }

    /** Tags. */
    public record TagList(List<Tags.Tag> rows) {
    }

    /** All at a glance. */
    @GET
    @Permission(Permission.SIGNED_IN)
    public Summary summary(@PathParam("module") String module, @PathParam("collection") String collection,
            @PathParam("id") long id) {
        Subject subject = subjects.inside(module, collection, id);
        List<Person> following = followers.list(subject);
        return new Summary(subject.model().id(), id, subject.label(), comments.count(subject), activities.open(subject),
                files.list(subject, false).size(), following,
                following.stream().anyMatch(p -> p.id() == access.caller().userId()), tags.of(subject),
                access.may(subject.model().id() + ".update"));
    }

    /** Comments, oldest first. */
    @GET
    @Path("/comments")
    @Permission(Permission.SIGNED_IN)
    public CommentService.Page comments(@PathParam("module") String module, @PathParam("collection") String collection,
            @PathParam("id") long id, @QueryParam("offset") @DefaultValue("0") long offset,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        return comments.list(subjects.of(module, collection, id), offset, limit);
    }

    /** Adds a comment; {@code @login} mentions a user. */
    @POST
    @Path("/comments")
    @Permission(Permission.SIGNED_IN)
    public CommentService.Comment comment(@PathParam("module") String module, @PathParam("collection") String collection,
            @PathParam("id") long id, NewComment body) {
        Subject subject = subjects.of(module, collection, id);
        return comments.get(subject,
                comments.add(subject.model().id(), id, given(body).text(), null, null, body.shared()));
    }

    /** Changes an own comment. */
    @PATCH
    @Path("/comments/{comment: [0-9]{1,18}}")
    @Permission(Permission.SIGNED_IN)
    public CommentService.Comment edit(@PathParam("module") String module, @PathParam("collection") String collection,
            @PathParam("id") long id, @PathParam("comment") long comment, Text body) {
        Subject subject = subjects.of(module, collection, id);
        comments.edit(subject, comment, given(body).text());
        return comments.get(subject, comment);
    }

    /** Takes a comment back. */
    @DELETE
    @Path("/comments/{comment: [0-9]{1,18}}")
    @Permission(Permission.SIGNED_IN)
    public void uncomment(@PathParam("module") String module, @PathParam("collection") String collection,
            @PathParam("id") long id, @PathParam("comment") long comment) {
        comments.delete(subjects.of(module, collection, id), comment);
    }

    /** Who follows. */
    @GET
    @Path("/followers")
    @Permission(Permission.SIGNED_IN)
    public FollowerList followers(@PathParam("module") String module, @PathParam("collection") String collection,
            @PathParam("id") long id) {
        Subject subject = subjects.inside(module, collection, id);
        return new FollowerList(followers.list(subject), followers.following(subject));
    }

    /** The caller follows, or with {@code <model>.update} lets somebody else follow. */
    @POST
    @Path("/followers")
    @Permission(Permission.SIGNED_IN)
    public FollowerList follow(@PathParam("module") String module, @PathParam("collection") String collection,
            @PathParam("id") long id, Who body) {
        Subject subject = subjects.inside(module, collection, id);
        long user = body == null || body.user() == null ? access.caller().userId() : body.user();
        if (user != access.caller().userId()) {
            access.require(subject.model().id() + ".update");
        }
        followers.add(subject, user);
        return new FollowerList(followers.list(subject), followers.following(subject));
    }

    /** The caller does not follow any more, or with {@code <model>.update} somebody else. */
    @DELETE
    @Path("/followers/{user: [0-9]{1,18}}")
    @Permission(Permission.SIGNED_IN)
    public FollowerList unfollow(@PathParam("module") String module, @PathParam("collection") String collection,
            @PathParam("id") long id, @PathParam("user") long user) {
        Subject subject = subjects.inside(module, collection, id);
        long who = user == 0 ? access.caller().userId() : user;
        if (who != access.caller().userId()) {
            access.require(subject.model().id() + ".update");
        }
        followers.unfollow(subject, who);
        return new FollowerList(followers.list(subject), followers.following(subject));
    }

    /** Activities, open ones first; {@code closed=true} with the others. */
    @GET
    @Path("/activities")
    @Permission(Permission.SIGNED_IN)
    public ActivityList activities(@PathParam("module") String module, @PathParam("collection") String collection,
            @PathParam("id") long id, @QueryParam("closed") @DefaultValue("false") boolean closed) {
        return new ActivityList(activities.of(subjects.inside(module, collection, id), closed));
    }

    /** Newest versions of the files, or the deleted ones; uploads go to {@code /files/{module}/{collection}/{id}}. */
    @GET
    @Path("/attachments")
    @Permission(Permission.SIGNED_IN)
    public FileList attachments(@PathParam("module") String module, @PathParam("collection") String collection,
            @PathParam("id") long id, @QueryParam("deleted") @DefaultValue("false") boolean deleted) {
        return new FileList(files.list(subjects.inside(module, collection, id), deleted),
                new FileRules(files.limit(), List.copyOf(files.allowed())));
    }

    /** Tags. */
    @GET
    @Path("/tags")
    @Permission(Permission.SIGNED_IN)
    public TagList tags(@PathParam("module") String module, @PathParam("collection") String collection,
            @PathParam("id") long id) {
        return new TagList(tags.of(subjects.inside(module, collection, id)));
    }

    /** Replaces the tags; needs {@code <model>.update}. */
    @PUT
    @Path("/tags")
    @Permission(Permission.SIGNED_IN)
    public TagList tag(@PathParam("module") String module, @PathParam("collection") String collection,
            @PathParam("id") long id, TagNames body) {
        Subject subject = subjects.inside(module, collection, id);
        tags.set(subject, given(body).names());
        return new TagList(tags.of(subject));
    }

    static <T> T given(T body) {
        if (body == null) {
            throw Problem.of(ProblemKind.BAD_REQUEST, "platform.body.notObject");
        }
        return body;
    }
}
