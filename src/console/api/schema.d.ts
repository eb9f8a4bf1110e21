// Generated from the OpenAPI document by `npm run client`; not edited by hand.
export interface paths {
    "/api/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in
         * @description After some failed tries the next one has to wait, twice as long each time; nobody else waits for it.
         */
        post: operations["AuthController_login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A fresh token for one that is still valid
         * @description A session lasts 12 h at most from the sign-in, however often it is renewed. The token before ends a minute after the fresh one came first; sent again later, it ends the session, since two have it then.
         */
        post: operations["AuthController_renew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/prove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give the password again
         * @description As sensitive acts want it (`reauthentication-required`). Wrong ones count like failed sign-ins.
         */
        post: operations["AuthController_prove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out
         * @description Ends this session: here at once, in other processes within 2 s. DELETE /api/me/sessions ends all.
         */
        post: operations["AuthController_logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create the first administrator
         * @description Once, with the token that the first start prints while there are no users.
         */
        post: operations["AuthController_setup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who am I: roles, teams, skills */
        get: operations["MeController_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change my name or language
         * @description A name that looks like a colleague’s is refused; administrators may give the same name twice.
         */
        patch: operations["MeController_change"];
        trace?: never;
    };
    "/api/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change my password
         * @description Ends all my sessions, this one too, and answers with a fresh token. Tries with a wrong current password are limited like sign-ins. Asked for once more with the same session, because the answer was lost, it answers with a fresh token if the new password is the one that counts.
         */
        put: operations["OwnPasswordController_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where I am signed in */
        get: operations["OwnSessionsController_list"];
        put?: never;
        post?: never;
        /**
         * Sign out everywhere
         * @description Ends all my sessions, this one too.
         */
        delete: operations["OwnSessionsController_endAll"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End one of my sessions
         * @description Here at once, in other processes within 2 s. One that has ended already stays so.
         */
        delete: operations["OwnSessionsController_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{userId}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a person is signed in */
        get: operations["UserSessionsController_list"];
        put?: never;
        post?: never;
        /** Sign a person out everywhere */
        delete: operations["UserSessionsController_endAll"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{userId}/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a session of a person
         * @description Here at once, in other processes within 2 s. One that has ended already stays so.
         */
        delete: operations["UserSessionsController_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People, by e-mail */
        get: operations["UsersController_list"];
        put?: never;
        /**
         * Create a user
         * @description Their first sign-in asks for a password of their own.
         */
        post: operations["UsersController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person */
        get: operations["UsersController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change name, e-mail, language, roles, skills, teams, or whether the user is active
         * @description Counts at once here and in other processes within 2 s. Tickets that they hold and may not serve any more wait in their lanes again when this answers. The last administrator stays one.
         */
        patch: operations["UsersController_change"];
        trace?: never;
    };
    "/api/users/{id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set a password; ends all sessions of the user
         * @description It opens nothing but setting another one, which the user does when they sign in with it.
         */
        put: operations["UsersController_setPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/skills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The skills that active people have or that were given a title, by name
         * @description A skill needs no set-up: it exists as soon as a person has it, or a step asks for it. Until somebody gives it a title, it is called by its name.
         */
        get: operations["SkillsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/skills/{skill}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say how a skill is called, in both languages
         * @description SOPs and people keep naming it by its name; what people read is the title.
         */
        put: operations["SkillsController_setTitle"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All teams with their hours, by id */
        get: operations["TeamsController_list"];
        put?: never;
        /** Create a team */
        post: operations["TeamsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One team with its members */
        get: operations["TeamsController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change title, calendar, tiers, idle cut-off or members of a team, or whether it is a specialist team
         * @description A changed calendar or idle cut-off is in force from then on, in every process within 2 s: what lies before is measured as it was. Due times that were set stay. Tickets that former members hold wait in their lanes again when this answers.
         */
        patch: operations["TeamsController_change"];
        trace?: never;
    };
    "/api/sops/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The SOPs that ship, to begin a draft with */
        get: operations["SopSamplesController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The SOPs with their newest version and intake form */
        get: operations["SopsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sops/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The published versions of an SOP, newest first */
        get: operations["SopsController_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sops/{id}/versions/{n}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version (a number, `newest` or `draft`) as JSON, or as YAML with Accept: application/yaml */
        get: operations["SopsController_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sops/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Checks an SOP without storing it */
        post: operations["SopsController_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sops/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The draft as it was written, with its revision as the ETag */
        get: operations["SopDraftsController_read"];
        /** Stores the draft of an SOP, with whatever findings it has */
        put: operations["SopsController_saveDraft"];
        post?: never;
        /** Throws the draft away; what is published stays */
        delete: operations["SopDraftsController_discard"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sops/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes the draft the next version; refused while it has errors */
        post: operations["SopsController_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sops/{id}/in-flight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open tickets per version and step: they stay in the version in which they began */
        get: operations["SopDraftsController_listInFlight"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sops/{id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What differs between two versions of an SOP, step by step
         * @description In its meaning: spelling, comments and layout do not count. Default: from the newest version to the draft.
         */
        get: operations["SopDiffController_diff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sop.schema.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** JSON Schema of the SOP format, for editors */
        get: operations["SopSchemaController_schema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tickets that the caller may see, newest first unless `sort` says otherwise */
        get: operations["TicketsController_list"];
        put?: never;
        /** Opens a ticket; it is answered in its first step */
        post: operations["TicketsController_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One ticket */
        get: operations["TicketsController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/guide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The current steps: what to check, say and fill in, and which ways out are open */
        get: operations["TicketsController_guide"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Advances the ticket by one event
         * @description 403 the step is somebody else’s (says whose); 409 not accepted in this step, the way is closed (with `why`), a colleague holds it, or more than one step is open to the caller (`ambiguous-step`); 412 stale version; 422 the form is not valid.
         */
        post: operations["TicketsController_advance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every event of the ticket, oldest first, with actor and cause */
        get: operations["TicketsController_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every stay in a step with the parts of its time in ms; the parts add up to `dwell` */
        get: operations["TicketsController_visits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/escalate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** To a higher tier or a specialist team; default one tier up */
        post: operations["TicketActsController_escalate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/hand-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Back to who knew the case before it was escalated or transferred */
        post: operations["TicketActsController_handBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** To another team at the same tier, or to a person */
        post: operations["TicketActsController_transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A resolved ticket begins again */
        post: operations["TicketActsController_reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The case is void; its timers and calls end with it */
        post: operations["TicketActsController_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** This ticket goes on in another one; `/undo` takes it back while nothing happened there */
        post: operations["TicketActsController_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a merge back: the ticket goes on by itself, where it was */
        post: operations["TicketActsController_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/priority": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Another priority: its place in the lane moves, its targets do not */
        post: operations["TicketActsController_prioritise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The conversation, page by page */
        get: operations["TicketActsController_messages"];
        put?: never;
        /** Adds to the conversation; a customer's message is an event of the ticket */
        post: operations["TicketActsController_say"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sops/{id}/simulate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Walks a made-up ticket through an SOP; nothing is stored or sent
         * @description Opens a ticket with `data` and takes the `acts` in turn, with a clock of its own. It stops before the first act that the real ticket would refuse and says why in `refused`. Send the acts so far and one more for each step of a walk.
         */
        post: operations["SopWalkController_simulate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where tickets wait, and who does what
         * @description Leads see the lanes, people and tickets of their teams, managers those of all. A take-over is POST /api/desk/{ticketId}/take with a reason, a reassignment POST /api/tickets/{id}/transfer.
         */
        get: operations["BoardController_board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tickets that wait in one lane, the most urgent first
         * @description At most 200. A lane is named by its team, tier and set of skills, as the board gives them.
         */
        get: operations["BoardController_waiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tickets that the caller holds, and what waits in the lanes they may serve */
        get: operations["DeskController_desk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes the ticket that is due first among those that wait for the caller
         * @description The caller holds it until the lease ends. A caller who holds tickets already gets one more.
         */
        post: operations["DeskController_next"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/{ticketId}/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keeps a held ticket for another lease; to be called well before the lease ends
         * @description 409 lease-lost with `reason`: `ended` (not renewed in time, given back or taken over) or `out-of-reach` (the caller does not serve its lane any more).
         */
        post: operations["DeskController_renew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/{ticketId}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a held ticket back to its lane, with its old due time */
        post: operations["DeskController_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/{ticketId}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a named ticket that waits in a lane of the caller’s
         * @description What the caller holds already stays theirs. What somebody else holds: 409 with `holder`, `holderName` and `mayTakeOver`; leads take it over with a `reason`. 409 too when it does not wait for a person; 403 when it is for others: another team, tier or skill, or a decision that four eyes keep from the caller.
         */
        post: operations["TakeController_take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Connections, which SOPs use them, and how their calls went
         * @description They are configured in STEPWISE_CONNECTIONS. Values of headers are never shown.
         */
        get: operations["ConnectionsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connections/{name}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Looks whether a connection answers: reads its base address once, with its headers
         * @description Any answer is fine that does not refuse us and is no fault of the other side; 404 too.
         */
        post: operations["ConnectionsController_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hints of what changes, as an event stream
         * @description Server-sent events; `Accept: text/event-stream` is required. Each event has a name and JSON data:
         *     `hello` (LiveHello) at the beginning, `ticket` (LiveTicket), `ticket-gone` (LiveTicketGone), `desk` (a lane of the caller's, or what they hold, changed), `sops` (LiveSop), `people` (people or teams changed), `resync` (something may have been missed: read again what is shown), `bye` (LiveBye) at the end.
         *     They are hints: what changed is read with the other endpoints. What happens at the same moment comes together, and in any case within a second. A comment comes at least every 15 s.
         */
        get: operations["LiveController_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/metrics/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * FCR, escalation, resolution time, first response, SLA, reopenings and the backlog
         * @description Of the tickets created in [from, to). A rate without cases is null.
         */
        get: operations["MetricsController_overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/metrics/overview/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tickets behind a figure of the overview */
        get: operations["MetricsController_overviewTickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/metrics/backlog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open tickets over time, and what came and went
         * @description By hour or day of `tz`, up to now. A merged ticket counts until it is merged.
         */
        get: operations["MetricsController_backlog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/metrics/backlog/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tickets behind a point of the backlog */
        get: operations["MetricsController_backlogTickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/metrics/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The figures of each step of an SOP, and how tickets went from step to step
         * @description Of the visits entered in [from, to), one row per version and step. CSV: the steps.
         */
        get: operations["StepsController_steps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/metrics/steps/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The visits, with their tickets, behind the figures of a step or the flows between steps
         * @description Of the visits entered in [from, to). At least one of `step` and `way` is asked for.
         */
        get: operations["StepsController_stepVisits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/metrics/bottlenecks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where tickets wait, and why
         * @description Non-touch time on the critical path of the finished visits entered in [from, to), the longest first. Scores add up to 1 within each version of an SOP.
         */
        get: operations["StepsController_bottlenecks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/metrics/bottlenecks/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The visits, with their tickets, behind a bottleneck, the longest waiting first */
        get: operations["StepsController_bottleneckVisits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/metrics/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tickets, replies, handling time, FCR, escalations and reopenings by person
         * @description Of the stays that ended, the first replies given and the escalations raised in [from, to). A ticket counts for everybody who held it. What cannot be told stands in `missing`, with the reason.
         */
        get: operations["AgentsController_agents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/metrics/agents/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tickets behind the figures of a person */
        get: operations["AgentsController_agentTickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, newest first */
        get: operations["AuditController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be recorded */
        get: operations["AuditController_acts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest row of the record, to be kept elsewhere */
        get: operations["AuditController_head"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/about": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this is a demo, who may be signed in as, and whether anybody can sign in at all */
        get: operations["AboutController_about"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process runs */
        get: operations["HealthController_readLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Work can be done: the database takes writes and is migrated. Without the queue it goes on, later */
        get: operations["HealthController_readReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures of the process in the format of Prometheus */
        get: operations["PrometheusController_write"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ProblemError: {
            /**
             * @description JSON pointer into the body
             * @example /email
             */
            pointer: string;
            /** @description In the caller's language */
            message: string;
        };
        /**
         * @description What a refusal says (RFC 9457). Later releases may add kinds; who meets an unknown one goes by its status.
         *
         *     | `type` | status | title | 标题 |
         *     | --- | --- | --- | --- |
         *     | `ambiguous-step` | 409 | Which step? | 请指明步骤 |
         *     | `at-the-top` | 409 | Already at the top | 已是最高层级 |
         *     | `bad-request` | 400 | The request cannot be understood | 无法理解该请求 |
         *     | `body-too-large` | 413 | The body is too large | 请求体过大 |
         *     | `broken-off` | 503 | The work was broken off | 任务已中断 |
         *     | `busy` | 503 | Too much at once | 当前任务过多 |
         *     | `cannot-undo` | 409 | Cannot be undone | 无法撤销 |
         *     | `confirm-merge` | 409 | Different customers | 买家不同 |
         *     | `console-not-built` | 503 | The console is not built | 控制台尚未构建 |
         *     | `database-busy` | 503 | The database does not keep up | 数据库处理不过来 |
         *     | `database-unavailable` | 503 | The database does not answer | 数据库暂时无法访问 |
         *     | `demo-sop-missing` | 409 | An SOP of the demo is missing | 缺少演示所需的流程 |
         *     | `draft-busy` | 409 | The draft is being edited | 草稿正在被编辑 |
         *     | `draft-exists` | 412 | There is a draft already | 已存在草稿 |
         *     | `duplicate-email` | 409 | This e-mail is taken | 该邮箱已被使用 |
         *     | `duplicate-team` | 409 | This team exists | 团队已存在 |
         *     | `expired-token` | 401 | The session has expired | 登录已过期 |
         *     | `forbidden` | 403 | Not allowed | 没有权限 |
         *     | `guard-closed` | 409 | This way is closed | 该出口当前不可用 |
         *     | `header-unreadable` | 400 | A header cannot be read | 请求头无法识别 |
         *     | `headers-too-large` | 431 | The headers are too large | 请求头过大 |
         *     | `held-by-other` | 409 | Somebody else is working on this | 其他同事正在处理 |
         *     | `idempotency-key-reused` | 422 | The key was used for something else | 幂等键已用于其他请求 |
         *     | `if-match-unreadable` | 422 | If-Match is not a revision | “If-Match”不是有效的修订号 |
         *     | `invalid-body` | 422 | The data does not fit | 提交的数据有误 |
         *     | `invalid-form` | 422 | The form is not valid | 表单填写有误 |
         *     | `invalid-query` | 422 | The query does not fit | 查询参数有误 |
         *     | `last-admin` | 409 | The last administrator | 最后一位管理员 |
         *     | `lease-lost` | 409 | The lease has ended | 持有已失效 |
         *     | `length-missing` | 411 | The length of the body is missing | 缺少请求体长度 |
         *     | `limit-reached` | 409 | A limit is reached | 已达上限 |
         *     | `malformed-body` | 400 | The body is not valid JSON | 请求体不是有效的 JSON |
         *     | `merge-refused` | 409 | Cannot be merged | 无法合并 |
         *     | `method-not-allowed` | 405 | Not with this method | 不支持该请求方法 |
         *     | `name-taken` | 409 | This name is taken | 该姓名已被使用 |
         *     | `no-access-rule` | 403 | This endpoint is closed | 该接口未开放 |
         *     | `no-such-call` | 409 | No such call is under way | 没有正在等待的该调用 |
         *     | `no-timer-ahead` | 409 | There is no next timer | 没有待触发的定时器 |
         *     | `not-a-duration` | 422 | Not a duration | 时长格式不正确 |
         *     | `not-accepted` | 409 | Not accepted in this step | 当前步骤不接受该操作 |
         *     | `not-an-escalation` | 409 | That is no escalation | 这不是升级 |
         *     | `not-fitting-state` | 409 | Not possible in this state | 当前状态不允许该操作 |
         *     | `not-in-step` | 409 | Not in that step | 该步骤不适用 |
         *     | `not-waiting` | 409 | The ticket does not wait | 工单不在等待队列中 |
         *     | `not-your-team` | 422 | Not in this team | 不属于该团队 |
         *     | `not-yours` | 403 | This is for somebody else | 不在可处理范围内 |
         *     | `nothing-held` | 409 | This ticket is not held | 未持有该工单 |
         *     | `nothing-to-hand-back` | 409 | Nobody to hand it back to | 没有可退回的对象 |
         *     | `obsolete` | 409 | Already settled | 已处理 |
         *     | `outcome-unknown` | 503 | It is not known whether this was done | 无法确认操作是否已生效 |
         *     | `part-unknown` | 422 | The figure has no such part | 该指标没有此部分 |
         *     | `password-change-required` | 403 | Own password not set yet | 尚未设置自己的密码 |
         *     | `reauthentication-required` | 403 | Password wanted once more | 需要再次输入密码 |
         *     | `request-too-slow` | 408 | The request took too long to arrive | 请求传输过慢 |
         *     | `rule-broken` | 409 | A compliance rule forbids this | 违反合规规则 |
         *     | `server-running` | 409 | A server is running on this database | 该数据库上有服务正在运行 |
         *     | `setup-refused` | 409 | The set-up link is not valid | 初始化链接无效 |
         *     | `sop-body-missing` | 422 | No SOP in the body | 请求体中没有标准流程 |
         *     | `sop-failed` | 409 | The SOP failed | 标准流程执行失败 |
         *     | `sop-id-invalid` | 422 | This cannot be the id of an SOP | 该标识不能用作流程标识 |
         *     | `sop-id-mismatch` | 422 | The id does not match | 流程标识不一致 |
         *     | `sop-not-publishable` | 409 | The draft has errors | 草稿存在错误 |
         *     | `sop-not-runnable` | 422 | This SOP cannot be run yet | 该标准流程尚无法运行 |
         *     | `sop-unreadable` | 422 | This is not a readable SOP | 无法读取该标准流程 |
         *     | `stale-draft` | 412 | The draft was changed meanwhile | 草稿已被他人修改 |
         *     | `stale-version` | 412 | The ticket has changed | 工单已被更新 |
         *     | `stopping` | 503 | The server is stopping | 服务正在停止 |
         *     | `storage-full` | 507 | The storage is full | 存储空间已满 |
         *     | `stream-not-accepted` | 406 | This is an event stream | 这是事件流接口 |
         *     | `ticket-not-found` | 404 | No such ticket | 工单不存在 |
         *     | `tickets-exist` | 409 | There are tickets already | 已存在工单 |
         *     | `tiers-in-use` | 409 | These tiers are in use | 层级仍在使用 |
         *     | `too-many-points` | 422 | Too many points | 数据点过多 |
         *     | `too-many-requests` | 429 | Too many requests | 请求过于频繁 |
         *     | `too-many-streams` | 429 | Too many windows are open | 打开的窗口过多 |
         *     | `too-many-tries` | 429 | Too many failed tries | 尝试次数过多 |
         *     | `unauthenticated` | 401 | Not signed in | 尚未登录 |
         *     | `unexpected` | 500 | Something went wrong on our side | 服务器内部出错 |
         *     | `unknown-connection` | 404 | No such connection | 没有这个连接 |
         *     | `unknown-reference` | 422 | Unknown reference | 引用对象不存在 |
         *     | `unknown-route` | 404 | There is nothing here | 地址不存在 |
         *     | `unknown-session` | 404 | No such session | 没有这个登录 |
         *     | `unknown-sop` | 404 | No such SOP | 没有这个标准流程 |
         *     | `unknown-sop-version` | 404 | No such version | 没有这个版本 |
         *     | `unknown-team` | 404 | No such team | 没有这个团队 |
         *     | `unknown-user` | 404 | No such user | 没有这个用户 |
         *     | `unsupported-media-type` | 415 | This kind of body is not understood | 不支持的请求体类型 |
         *     | `walk-act-incomplete` | 422 | The act is incomplete | 该操作缺少内容 |
         *     | `walk-too-long` | 409 | The walk is too long | 演练步数过多 |
         *     | `wrong-credentials` | 401 | Sign-in failed | 登录失败 |
         *     | `wrong-password` | 422 | The current password is wrong | 当前密码不正确 |
         */
        Problem: {
            /**
             * @example urn:stepwise:problem:forbidden
             * @enum {string}
             */
            type: "urn:stepwise:problem:ambiguous-step" | "urn:stepwise:problem:at-the-top" | "urn:stepwise:problem:bad-request" | "urn:stepwise:problem:body-too-large" | "urn:stepwise:problem:broken-off" | "urn:stepwise:problem:busy" | "urn:stepwise:problem:cannot-undo" | "urn:stepwise:problem:confirm-merge" | "urn:stepwise:problem:console-not-built" | "urn:stepwise:problem:database-busy" | "urn:stepwise:problem:database-unavailable" | "urn:stepwise:problem:demo-sop-missing" | "urn:stepwise:problem:draft-busy" | "urn:stepwise:problem:draft-exists" | "urn:stepwise:problem:duplicate-email" | "urn:stepwise:problem:duplicate-team" | "urn:stepwise:problem:expired-token" | "urn:stepwise:problem:forbidden" | "urn:stepwise:problem:guard-closed" | "urn:stepwise:problem:header-unreadable" | "urn:stepwise:problem:headers-too-large" | "urn:stepwise:problem:held-by-other" | "urn:stepwise:problem:idempotency-key-reused" | "urn:stepwise:problem:if-match-unreadable" | "urn:stepwise:problem:invalid-body" | "urn:stepwise:problem:invalid-form" | "urn:stepwise:problem:invalid-query" | "urn:stepwise:problem:last-admin" | "urn:stepwise:problem:lease-lost" | "urn:stepwise:problem:length-missing" | "urn:stepwise:problem:limit-reached" | "urn:stepwise:problem:malformed-body" | "urn:stepwise:problem:merge-refused" | "urn:stepwise:problem:method-not-allowed" | "urn:stepwise:problem:name-taken" | "urn:stepwise:problem:no-access-rule" | "urn:stepwise:problem:no-such-call" | "urn:stepwise:problem:no-timer-ahead" | "urn:stepwise:problem:not-a-duration" | "urn:stepwise:problem:not-accepted" | "urn:stepwise:problem:not-an-escalation" | "urn:stepwise:problem:not-fitting-state" | "urn:stepwise:problem:not-in-step" | "urn:stepwise:problem:not-waiting" | "urn:stepwise:problem:not-your-team" | "urn:stepwise:problem:not-yours" | "urn:stepwise:problem:nothing-held" | "urn:stepwise:problem:nothing-to-hand-back" | "urn:stepwise:problem:obsolete" | "urn:stepwise:problem:outcome-unknown" | "urn:stepwise:problem:part-unknown" | "urn:stepwise:problem:password-change-required" | "urn:stepwise:problem:reauthentication-required" | "urn:stepwise:problem:request-too-slow" | "urn:stepwise:problem:rule-broken" | "urn:stepwise:problem:server-running" | "urn:stepwise:problem:setup-refused" | "urn:stepwise:problem:sop-body-missing" | "urn:stepwise:problem:sop-failed" | "urn:stepwise:problem:sop-id-invalid" | "urn:stepwise:problem:sop-id-mismatch" | "urn:stepwise:problem:sop-not-publishable" | "urn:stepwise:problem:sop-not-runnable" | "urn:stepwise:problem:sop-unreadable" | "urn:stepwise:problem:stale-draft" | "urn:stepwise:problem:stale-version" | "urn:stepwise:problem:stopping" | "urn:stepwise:problem:storage-full" | "urn:stepwise:problem:stream-not-accepted" | "urn:stepwise:problem:ticket-not-found" | "urn:stepwise:problem:tickets-exist" | "urn:stepwise:problem:tiers-in-use" | "urn:stepwise:problem:too-many-points" | "urn:stepwise:problem:too-many-requests" | "urn:stepwise:problem:too-many-streams" | "urn:stepwise:problem:too-many-tries" | "urn:stepwise:problem:unauthenticated" | "urn:stepwise:problem:unexpected" | "urn:stepwise:problem:unknown-connection" | "urn:stepwise:problem:unknown-reference" | "urn:stepwise:problem:unknown-route" | "urn:stepwise:problem:unknown-session" | "urn:stepwise:problem:unknown-sop" | "urn:stepwise:problem:unknown-sop-version" | "urn:stepwise:problem:unknown-team" | "urn:stepwise:problem:unknown-user" | "urn:stepwise:problem:unsupported-media-type" | "urn:stepwise:problem:walk-act-incomplete" | "urn:stepwise:problem:walk-too-long" | "urn:stepwise:problem:wrong-credentials" | "urn:stepwise:problem:wrong-password";
            /** @example Not allowed */
            title: string;
            /** @example 403 */
            status: number;
            /** @description What is wrong here and what would be accepted, in the caller's language */
            detail: string;
            /** @description What a program would do about it; nothing that people need to read */
            hint?: string;
            errors?: components["schemas"]["ProblemError"][];
            /** @description How many more there are than `errors` lists */
            moreErrors?: number;
            /** @description What would be accepted instead */
            accepted?: string[];
            /** @description Why a way out is closed */
            why?: string;
            /** @description The version that the ticket has now */
            currentVersion?: number;
            /** @description The revision that the draft has now; null when there is none */
            currentRevision?: number | null;
            /** @description The user who changed the draft last */
            updatedBy?: string;
            /** @example 陈思远 */
            updatedByName?: string | null;
            /** Format: date-time */
            updatedAt?: string;
            /** @description The steps in which the ticket is */
            steps?: string[];
            /** @description The step that somebody else holds */
            step?: string;
            /** @description The user who holds it */
            holder?: string;
            /**
             * @description Why the ticket is not held any more: the lease ended, or its lane is not served by the caller
             * @enum {string}
             */
            reason?: "ended" | "out-of-reach";
            /** @description The team of the lane that the caller does not serve */
            team?: string;
            /** @description The tier of that lane */
            tier?: number;
            /** @description The skills that it asks for */
            skills?: string[];
            /** @description The status that the ticket has */
            ticketStatus?: string;
            /** @description The statuses in which it would be taken */
            wanted?: string[];
            /** @description The rule of the SOP that would be broken */
            rule?: string;
            /** @description The act that is not allowed */
            act?: string;
            /** @description The roles that may do it */
            roles?: string[];
            /** @description What is wrong with the SOP */
            findings?: {
                [key: string]: unknown;
            }[];
            /** @description The header that is not understood */
            header?: string;
            /** @description Where the body stops being JSON */
            position?: number;
            limitBytes?: number;
            /** @description The number under which an unexpected error was noted */
            id?: string;
        };
        SignInDto: {
            /** @example agent@demo */
            email: string;
            /** @example stepwise */
            password: string;
        };
        MembershipDto: {
            /** @example after-sales */
            team: string;
            /**
             * @description Up to which tier they work, of those that the team has
             * @example 1
             */
            tier: number;
        };
        PersonDto: {
            /**
             * Format: uuid
             * @example 0b6f7a3e-3f0c-4f57-9f0a-0d3f0a1c2b3d
             */
            id: string;
            /** @example lin@shop.example */
            email: string;
            /** @example 林小雨 */
            name: string;
            /**
             * @example [
             *       "agent"
             *     ]
             */
            roles: ("agent" | "lead" | "designer" | "manager" | "admin")[];
            /**
             * @example [
             *       "refunds",
             *       "zh"
             *     ]
             */
            skills: string[];
            /**
             * @example zh-CN
             * @enum {string}
             */
            lang: "en" | "zh-CN";
            teams: components["schemas"]["MembershipDto"][];
        };
        SignedInDto: {
            /**
             * @description Send it as `Authorization: Bearer …`
             * @example eyJhbGciOiJIUzI1NiJ9…
             */
            accessToken: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:30:00.000Z
             */
            expiresAt: string;
            user: components["schemas"]["PersonDto"];
            /**
             * @description An administrator set the password: only PUT /api/me/password is open until they set their own
             * @example false
             */
            passwordChangeRequired: boolean;
        };
        ProveDto: {
            /** @example correct horse battery */
            password: string;
        };
        ProvedDto: {
            /**
             * Format: date-time
             * @description Until then sensitive acts do not ask again
             */
            provedUntil: string;
        };
        SetupDto: {
            /**
             * @description From the link that the first start prints
             * @example kJ8s…
             */
            token: string;
            /** @example owner@shop.example */
            email: string;
            /** @example 王芳 */
            name: string;
            /** @example correct horse battery */
            password: string;
        };
        ProfileChangeDto: {
            /** @example 林小雨 */
            name?: string;
            /**
             * @example zh-CN
             * @enum {string}
             */
            lang?: "en" | "zh-CN";
        };
        UserDto: {
            /**
             * Format: uuid
             * @example 0b6f7a3e-3f0c-4f57-9f0a-0d3f0a1c2b3d
             */
            id: string;
            /** @example lin@shop.example */
            email: string;
            /** @example 林小雨 */
            name: string;
            /**
             * @example [
             *       "agent"
             *     ]
             */
            roles: ("agent" | "lead" | "designer" | "manager" | "admin")[];
            /**
             * @example [
             *       "refunds",
             *       "zh"
             *     ]
             */
            skills: string[];
            /**
             * @example zh-CN
             * @enum {string}
             */
            lang: "en" | "zh-CN";
            teams: components["schemas"]["MembershipDto"][];
            /**
             * @description A user who is not active cannot sign in and gets no tickets
             * @example true
             */
            active: boolean;
            /**
             * Format: date-time
             * @example 2026-11-02T08:30:00.000Z
             */
            createdAt: string;
        };
        OwnPasswordDto: {
            /**
             * @description The one that counts until now
             * @example stepwise
             */
            current: string;
            /** @example correct horse battery */
            password: string;
        };
        SessionDto: {
            /**
             * Format: uuid
             * @example 0b6f7a3e-3f0c-4f57-9f0a-0d3f0a1c2b3d
             */
            id: string;
            /**
             * Format: date-time
             * @description When it began with the password
             */
            since: string;
            /**
             * Format: date-time
             * @description When it was used last, by the minute
             */
            usedAt: string;
            /**
             * @description From where it began
             * @example 203.0.113.7
             */
            address: string;
            /**
             * @description With what; empty when it did not say
             * @example Firefox 140, Windows
             */
            device: string;
            /** @description The one that asks */
            current: boolean;
        };
        SessionListDto: {
            /** @description Those that go on, the last used first */
            items: components["schemas"]["SessionDto"][];
            /** @example null */
            nextCursor: string | null;
        };
        UserPageDto: {
            items: components["schemas"]["UserDto"][];
            /**
             * @description Hand it in as `cursor` for the next page
             * @example null
             */
            nextCursor: string | null;
        };
        NewUserDto: {
            /** @example lin@shop.example */
            email: string;
            /** @example 林小雨 */
            name: string;
            /** @example correct horse battery */
            password: string;
            /**
             * @example [
             *       "agent"
             *     ]
             */
            roles: ("agent" | "lead" | "designer" | "manager" | "admin")[];
            /**
             * @example [
             *       "refunds",
             *       "zh"
             *     ]
             */
            skills?: string[];
            /**
             * @default en
             * @example zh-CN
             * @enum {string}
             */
            lang: "en" | "zh-CN";
            teams?: components["schemas"]["MembershipDto"][];
        };
        UserChangeDto: {
            /** @example 林小雨 */
            name?: string;
            /**
             * @example zh-CN
             * @enum {string}
             */
            lang?: "en" | "zh-CN";
            /**
             * @description What they sign in with from then on
             * @example lin@shop.example
             */
            email?: string;
            /**
             * @example [
             *       "agent"
             *     ]
             */
            roles?: ("agent" | "lead" | "designer" | "manager" | "admin")[];
            /**
             * @example [
             *       "refunds",
             *       "zh"
             *     ]
             */
            skills?: string[];
            /** @description Replaces all memberships */
            teams?: components["schemas"]["MembershipDto"][];
            /**
             * @description false ends all sessions and keeps the history
             * @example false
             */
            active?: boolean;
        };
        PasswordDto: {
            /** @example correct horse battery */
            password: string;
        };
        TextDto: {
            /** @example After-sales */
            en: string;
            /** @example 售后组 */
            "zh-CN": string;
        };
        SkillDto: {
            /** @example refunds */
            skill: string;
            /** @description What people read; until it is said, the name */
            title: components["schemas"]["TextDto"];
            /**
             * @description How many active people have it
             * @example 4
             */
            people: number;
        };
        SkillListDto: {
            items: components["schemas"]["SkillDto"][];
            /** @example null */
            nextCursor: string | null;
        };
        SkillTitleDto: {
            title: components["schemas"]["TextDto"];
        };
        TeamDto: {
            /** @example after-sales */
            id: string;
            title: components["schemas"]["TextDto"];
            /**
             * @description When the team works; null = always. `weekly`: hours by weekday, `["22:00", "06:00"]` goes over midnight and belongs to the day on which it begins; `holidays`: days off; `workdays`: moved working days; `covers`: first and last year whose days off are known.
             * @example {
             *       "timeZone": "Asia/Shanghai",
             *       "weekly": {
             *         "mon": [
             *           [
             *             "09:00",
             *             "12:00"
             *           ],
             *           [
             *             "13:00",
             *             "18:00"
             *           ]
             *         ]
             *       },
             *       "holidays": [
             *         "2026-10-01"
             *       ],
             *       "workdays": [
             *         {
             *           "date": "2026-10-10"
             *         }
             *       ],
             *       "covers": [
             *         2026,
             *         2026
             *       ]
             *     }
             */
            calendar: ({
                timeZone?: string;
                weekly?: {
                    [key: string]: string[][];
                };
                holidays?: string[];
                workdays?: {
                    /** Format: date */
                    date?: string;
                    hours?: string[][];
                }[];
                covers?: number[];
            } & {
                [key: string]: unknown;
            }) | null;
            /**
             * @description An escalation may go to a specialist team although its tier is not higher
             * @example false
             */
            specialist: boolean;
            /**
             * @description How many tiers it has: members, steps and tickets lie at 1 to this. Fewer are refused while members, SOPs in force or open tickets are above
             * @example 3
             */
            tiers: number;
            /**
             * @description After so many minutes without a sign of life (key, click, act) in a ticket its members count as idle; a change counts from then on
             * @example 5
             */
            idleMinutes: number;
            /** @description E.g. a year whose days off are missing */
            warnings: components["schemas"]["TextDto"][];
        };
        TeamListDto: {
            items: components["schemas"]["TeamDto"][];
            /**
             * @description How many tiers a team can have
             * @example 9
             */
            mostTiers: number;
            /**
             * @description How many it has when nobody says
             * @example 3
             */
            usualTiers: number;
            /** @example null */
            nextCursor: string | null;
        };
        TeamMemberDto: {
            /** Format: uuid */
            userId: string;
            /** @example 林小雨 */
            name: string;
            /** @example 1 */
            tier: number;
        };
        TeamWithMembersDto: {
            /** @example after-sales */
            id: string;
            title: components["schemas"]["TextDto"];
            /**
             * @description When the team works; null = always. `weekly`: hours by weekday, `["22:00", "06:00"]` goes over midnight and belongs to the day on which it begins; `holidays`: days off; `workdays`: moved working days; `covers`: first and last year whose days off are known.
             * @example {
             *       "timeZone": "Asia/Shanghai",
             *       "weekly": {
             *         "mon": [
             *           [
             *             "09:00",
             *             "12:00"
             *           ],
             *           [
             *             "13:00",
             *             "18:00"
             *           ]
             *         ]
             *       },
             *       "holidays": [
             *         "2026-10-01"
             *       ],
             *       "workdays": [
             *         {
             *           "date": "2026-10-10"
             *         }
             *       ],
             *       "covers": [
             *         2026,
             *         2026
             *       ]
             *     }
             */
            calendar: ({
                timeZone?: string;
                weekly?: {
                    [key: string]: string[][];
                };
                holidays?: string[];
                workdays?: {
                    /** Format: date */
                    date?: string;
                    hours?: string[][];
                }[];
                covers?: number[];
            } & {
                [key: string]: unknown;
            }) | null;
            /**
             * @description An escalation may go to a specialist team although its tier is not higher
             * @example false
             */
            specialist: boolean;
            /**
             * @description How many tiers it has: members, steps and tickets lie at 1 to this. Fewer are refused while members, SOPs in force or open tickets are above
             * @example 3
             */
            tiers: number;
            /**
             * @description After so many minutes without a sign of life (key, click, act) in a ticket its members count as idle; a change counts from then on
             * @example 5
             */
            idleMinutes: number;
            /** @description E.g. a year whose days off are missing */
            warnings: components["schemas"]["TextDto"][];
            members: components["schemas"]["TeamMemberDto"][];
        };
        NewMemberDto: {
            /** Format: uuid */
            userId: string;
            /**
             * @description Up to which tier they work, of those that the team has
             * @example 1
             */
            tier: number;
        };
        NewTeamDto: {
            /** @example after-sales */
            id: string;
            title: components["schemas"]["TextDto"];
            /**
             * @description When the team works; null = always. `weekly`: hours by weekday, `["22:00", "06:00"]` goes over midnight and belongs to the day on which it begins; `holidays`: days off; `workdays`: moved working days; `covers`: first and last year whose days off are known.
             * @example {
             *       "timeZone": "Asia/Shanghai",
             *       "weekly": {
             *         "mon": [
             *           [
             *             "09:00",
             *             "12:00"
             *           ],
             *           [
             *             "13:00",
             *             "18:00"
             *           ]
             *         ]
             *       },
             *       "holidays": [
             *         "2026-10-01"
             *       ],
             *       "workdays": [
             *         {
             *           "date": "2026-10-10"
             *         }
             *       ],
             *       "covers": [
             *         2026,
             *         2026
             *       ]
             *     }
             */
            calendar?: ({
                timeZone?: string;
                weekly?: {
                    [key: string]: string[][];
                };
                holidays?: string[];
                workdays?: {
                    /** Format: date */
                    date?: string;
                    hours?: string[][];
                }[];
                covers?: number[];
            } & {
                [key: string]: unknown;
            }) | null;
            /**
             * @description An escalation may go to a specialist team although its tier is not higher
             * @default false
             * @example true
             */
            specialist: boolean;
            /**
             * @description How many tiers it has: members, steps and tickets lie at 1 to this. Fewer are refused while members, SOPs in force or open tickets are above
             * @default 3
             * @example 3
             */
            tiers: number;
            /**
             * @description After so many minutes without a sign of life (key, click, act) in a ticket its members count as idle; a change counts from then on
             * @default 5
             * @example 5
             */
            idleMinutes: number;
            members?: components["schemas"]["NewMemberDto"][];
        };
        TeamChangeDto: {
            title?: components["schemas"]["TextDto"];
            /**
             * @description When the team works; null = always. `weekly`: hours by weekday, `["22:00", "06:00"]` goes over midnight and belongs to the day on which it begins; `holidays`: days off; `workdays`: moved working days; `covers`: first and last year whose days off are known.
             * @example {
             *       "timeZone": "Asia/Shanghai",
             *       "weekly": {
             *         "mon": [
             *           [
             *             "09:00",
             *             "12:00"
             *           ],
             *           [
             *             "13:00",
             *             "18:00"
             *           ]
             *         ]
             *       },
             *       "holidays": [
             *         "2026-10-01"
             *       ],
             *       "workdays": [
             *         {
             *           "date": "2026-10-10"
             *         }
             *       ],
             *       "covers": [
             *         2026,
             *         2026
             *       ]
             *     }
             */
            calendar?: ({
                timeZone?: string;
                weekly?: {
                    [key: string]: string[][];
                };
                holidays?: string[];
                workdays?: {
                    /** Format: date */
                    date?: string;
                    hours?: string[][];
                }[];
                covers?: number[];
            } & {
                [key: string]: unknown;
            }) | null;
            /**
             * @description An escalation may go to a specialist team although its tier is not higher
             * @example true
             */
            specialist?: boolean;
            /**
             * @description How many tiers it has: members, steps and tickets lie at 1 to this. Fewer are refused while members, SOPs in force or open tickets are above
             * @example 3
             */
            tiers?: number;
            /**
             * @description After so many minutes without a sign of life (key, click, act) in a ticket its members count as idle; a change counts from then on
             * @example 5
             */
            idleMinutes?: number;
            /** @description Replaces all members */
            members?: components["schemas"]["NewMemberDto"][];
        };
        SopSample: {
            /** @example refund-only */
            id: string;
            /**
             * @description In the language of the caller
             * @example Refund only
             */
            title: string;
            /** @example The customer keeps the goods and gets money back. */
            description: string;
            /**
             * @description YAML
             * @example id: refund-only
             *     …
             */
            source: string;
        };
        SopSamples: {
            items: components["schemas"]["SopSample"][];
        };
        Text: {
            en: string;
            "zh-CN": string;
        };
        SopIntake: {
            /** @description JSON Schema 2020-12 of the `data` of a new ticket */
            form: {
                [key: string]: unknown;
            };
        };
        SopSummary: {
            /** @example return-refund */
            id: string;
            /**
             * @description In the language of the caller
             * @example Return and refund
             */
            title: string;
            /**
             * @example {
             *       "en": "Return and refund",
             *       "zh-CN": "退货退款"
             *     }
             */
            titles: components["schemas"]["Text"];
            /** @description In the language of the caller */
            description: string;
            descriptions: components["schemas"]["Text"];
            /**
             * @description The version on which new tickets begin; null while there is only a draft
             * @example 3
             */
            version: number | null;
            /** @example after-sales */
            team: string;
            /** @example after-sales@shop.example */
            owner: string;
            intake: components["schemas"]["SopIntake"];
            /** @description There is a draft that is not published */
            hasDraft: boolean;
            /** Format: date-time */
            publishedAt: string | null;
        };
        SopPage: {
            items: components["schemas"]["SopSummary"][];
            nextCursor: string | null;
        };
        SopVersion: {
            /** @example 3 */
            version: number;
            /** @description SHA-256 of the text */
            hash: string;
            /** @enum {string} */
            origin: "file" | "console";
            /** @enum {string} */
            format: "yaml" | "json";
            /** @example system:files */
            publishedBy: string;
            /**
             * @description Null when no person did it
             * @example 陈思远
             */
            publishedByName: string | null;
            /** Format: date-time */
            publishedAt: string;
        };
        SopVersionPage: {
            items: components["schemas"]["SopVersion"][];
            nextCursor: string | null;
        };
        SopDefinition: {
            /** @example return-refund */
            id: string;
            /** @example checking */
            initial?: string;
            context: {
                [key: string]: unknown;
            };
            meta: {
                [key: string]: unknown;
            };
            states: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
        };
        Finding: {
            /** @example unknown-target */
            code: string;
            /** @enum {string} */
            severity: "error" | "warning";
            /**
             * @description In the language of the caller
             * @example there is no state "refnd"
             */
            message: string;
            messages: components["schemas"]["Text"];
            /**
             * @description JSON pointer into the SOP
             * @example /states/check/on/APPROVE/target
             */
            path: string;
            /** @example 12 */
            line?: number;
            /** @example 9 */
            column?: number;
            /** @description Events that lead to the place, where a path is the proof */
            trace?: string[];
        };
        SopCheck: {
            /** @description No finding of severity error */
            ok: boolean;
            findings: components["schemas"]["Finding"][];
        };
        SopDraft: {
            /** @description No finding of severity error */
            ok: boolean;
            findings: components["schemas"]["Finding"][];
            /** @example return-refund */
            id: string;
            /**
             * @description For If-Match
             * @example 4
             */
            revision: number;
            /** Format: date-time */
            updatedAt: string;
        };
        InFlightVersion: {
            /** @example 3 */
            version: number;
            /**
             * @description Open tickets that began in it and stay in it
             * @example 31
             */
            tickets: number;
        };
        SopPublished: {
            /** @example return-refund */
            id: string;
            /** @example 4 */
            version: number;
            /** @description False: there was nothing new to publish, and `version` is the newest there was */
            created: boolean;
            /** @description Warnings */
            findings: components["schemas"]["Finding"][];
            /** @description Open tickets that stay in older versions; GET /sops/{id}/in-flight says in which steps */
            inFlight: components["schemas"]["InFlightVersion"][];
        };
        SopDraftText: {
            /** @example return-refund */
            id: string;
            /**
             * @description For If-Match; the same as the ETag
             * @example 4
             */
            revision: number;
            /** @description The text as it was written */
            source: string;
            /** @enum {string} */
            format: "yaml" | "json";
            /** @description A user */
            updatedBy: string;
            /** @example 陈思远 */
            updatedByName: string | null;
            /** Format: date-time */
            updatedAt: string;
        };
        InFlightStep: {
            /** @example 3 */
            version: number;
            /** @example checking.assess */
            step: string;
            /**
             * @description In the language of the caller
             * @example Assess the request
             */
            title: string;
            /** @enum {string} */
            kind: "human" | "automatic" | "waits-for-customer" | "waits-for-others";
            /** @example 12 */
            tickets: number;
            /**
             * Format: date-time
             * @description Since when the ticket is there that came first
             */
            oldestAt: string;
        };
        InFlight: {
            /** @description Newest version first, steps in document order; a ticket in parallel steps counts in each */
            items: components["schemas"]["InFlightStep"][];
            /** @description Each ticket once; newest version first */
            versions: components["schemas"]["InFlightVersion"][];
        };
        DiffChange: {
            /**
             * @description JSON pointer from the step, the transition or the SOP; `/order`: its turn among the ways
             * @example /meta/sla/within
             */
            path: string;
            /** @enum {string} */
            kind: "added" | "removed" | "changed";
            /** @example PT4H */
            before: string | number | boolean | unknown[] | {
                [key: string]: unknown;
            } | null;
            /** @example PT2H */
            after: string | number | boolean | unknown[] | {
                [key: string]: unknown;
            } | null;
        };
        StepDiff: {
            /**
             * @description Phases and ends are here too
             * @example checking.assess
             */
            step: string;
            /** @enum {string} */
            type: "atomic" | "compound" | "parallel" | "final" | "history";
            /** @example Assess the request */
            title: string;
            /** @enum {string} */
            status: "added" | "removed" | "changed" | "same";
            changes: components["schemas"]["DiffChange"][];
        };
        TransitionDiff: {
            /**
             * @description Empty: the SOP as a whole
             * @example checking.assess
             */
            from: string;
            /**
             * @description Or `after PT4H`, `done.<call>`, `error.<call>`, `always`, `done`
             * @example APPROVE
             */
            event: string;
            /**
             * @description Null: the ticket stays
             * @example paying.pay
             */
            to: string | null;
            /**
             * @description The name on the button
             * @example Approve
             */
            title: string | null;
            /** @enum {string} */
            status: "added" | "removed" | "changed" | "same";
            changes: components["schemas"]["DiffChange"][];
        };
        SopDiff: {
            /** @example 3 */
            from: string;
            /** @example draft */
            to: string;
            /** @description Nothing that means anything differs */
            same: boolean;
            /** @description Every state, in the order of `to`; removed ones last */
            steps: components["schemas"]["StepDiff"][];
            /** @description Every transition */
            transitions: components["schemas"]["TransitionDiff"][];
            /** @description What stands at the top of the SOP */
            root: components["schemas"]["DiffChange"][];
        };
        CustomerDto: {
            /** @example C-20871 */
            id: string;
            /** @example 王小雨 */
            name?: string;
            /**
             * @description standard, gold, vip or a tier of your own; another one than standard is for those who may set priorities
             * @example vip
             */
            tier?: string;
        };
        OpenTicketDto: {
            /**
             * @description The id of a published SOP
             * @example refund-only
             */
            sop: string;
            /** @example The mug arrived broken */
            subject: string;
            /**
             * @description The customer's first message
             * @example Hello, the mug in my parcel is in pieces.
             */
            body?: string;
            /**
             * @default web
             * @example web
             */
            channel: string;
            /**
             * @description For those who may set priorities; default: what the SOP's rules say
             * @enum {string}
             */
            priority?: "low" | "normal" | "high" | "urgent";
            customer: components["schemas"]["CustomerDto"];
            /**
             * @description The SOP's intake form
             * @example {
             *       "orderId": "ORD-100234",
             *       "reason": "damaged"
             *     }
             */
            data?: {
                [key: string]: unknown;
            };
            /**
             * @description The customer's language
             * @default zh-CN
             * @enum {string}
             */
            lang: "en" | "zh-CN";
        };
        TicketCustomer: {
            /** @example C-20871 */
            id: string;
            /** @example 王小雨 */
            name: string;
            /** @example gold */
            tier: string;
        };
        Ticket: {
            /** @example 1024 */
            id: string;
            /** @example 1024 */
            number: number;
            /** @example refund-only */
            sop: string;
            /**
             * @description In the caller's language
             * @example Refund only
             */
            sopTitle: string;
            /** @example 3 */
            sopVersion: number;
            /** @example The mug arrived broken */
            subject: string;
            /**
             * @description The place in the statechart: XState's state value
             * @example {
             *       "checking": "assess"
             *     }
             */
            state: string | {
                [key: string]: unknown;
            } | null;
            /**
             * @description Active steps; none once ended
             * @example [
             *       "checking.assess"
             *     ]
             */
            steps: string[];
            /**
             * @description Their titles in the caller's language, in the same order
             * @example [
             *       "Assess the request"
             *     ]
             */
            stepTitles: string[];
            /** @enum {string} */
            status: "open" | "resolved" | "cancelled" | "merged";
            /**
             * @description Whose turn it is; null once it is not open any more
             * @enum {string|null}
             */
            waitsFor: "person" | "customer" | "others" | null;
            /** @example null */
            outcome: string | null;
            /** @description The outcome in the caller's language */
            outcomeTitle: string | null;
            /** @enum {string} */
            priority: "low" | "normal" | "high" | "urgent";
            /** @example after-sales */
            team: string;
            /** @example 1 */
            tier: number;
            skills: string[];
            tags: string[];
            /**
             * Format: uuid
             * @description Who holds it
             */
            assignee: string | null;
            /** @example 林小雨 */
            assigneeName: string | null;
            /** Format: date-time */
            dueAt: string | null;
            /**
             * @description Raised by one with every event; for If-Match
             * @example 4
             */
            version: number;
            customer: components["schemas"]["TicketCustomer"];
            /** @example web */
            channel: string;
            /**
             * @description The customer's language
             * @enum {string}
             */
            lang: "en" | "zh-CN";
            /**
             * @description The ticket's data, as its SOP defines them
             * @example {
             *       "orderId": "ORD-100234",
             *       "reason": "damaged"
             *     }
             */
            data: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            firstResponseDueAt: string | null;
            /** Format: date-time */
            firstRespondedAt: string | null;
            /** Format: date-time */
            resolveDueAt: string | null;
            /** @description The target of the ticket (`resolveDueAt`) stands still */
            paused: boolean;
            /**
             * Format: date-time
             * @description The earliest target of the steps in which it is
             */
            stepDueAt: string | null;
            /** Format: date-time */
            resolvedAt: string | null;
            reopenings: number;
            escalations: number;
            transfers: number;
            /** @description The ticket in which it goes on */
            mergedInto: string | null;
            /**
             * Format: date-time
             * @description Since when it is slowed down, because its clocks and calls moved it on and on with nobody in between; whatever a person does to it lets it go on at full pace
             */
            brakedAt: string | null;
        };
        TicketList: {
            items: components["schemas"]["Ticket"][];
            /** @description Hand it in as `cursor` for the next page */
            nextCursor: string | null;
        };
        ChecklistItem: {
            /** @example photos */
            id: string;
            /** @example The photos show the damage */
            text: string;
        };
        GuideReply: {
            /** @example ask-photos */
            id: string;
            /**
             * @description In the caller's language
             * @example Ask for photos
             */
            title: string;
            /**
             * @description Filled with the ticket's data, in the customer's language
             * @example 您好，麻烦补充几张照片。
             */
            text: string;
            /**
             * @description The language of `text`
             * @enum {string}
             */
            lang: "en" | "zh-CN";
        };
        GuideTarget: {
            /** @example checking.assess */
            step: string;
            /** @example Assess the request */
            title: string;
            /** @enum {string} */
            kind: "human" | "automatic" | "waits-for-customer" | "waits-for-others" | "joined";
        };
        GuideAction: {
            /** @example APPROVE */
            event: string;
            /**
             * @description The step whose way out it is
             * @example verify
             */
            step: string;
            /** @example Approve */
            title: string;
            /** @enum {string} */
            tone: "primary" | "neutral" | "danger";
            enabled: boolean;
            /** @description The steps that come next; empty when the ticket stays where it is, or ends */
            to: components["schemas"]["GuideTarget"][];
            /** @description The ticket may end by it */
            ends: boolean;
            /** @description Why it is closed; only when `enabled` is false */
            why?: string;
            /** @description JSON Schema 2020-12 with titles in the caller's language */
            form?: {
                [key: string]: unknown;
            };
            /** @description To be asked before the action is taken */
            confirm?: string;
        };
        CameFrom: {
            /** @example after-sales */
            team: string;
            /** @example 1 */
            tier: number;
        };
        GuideStep: {
            /** @example verify */
            step: string;
            /** @enum {string} */
            kind: "human" | "automatic" | "waits-for-customer" | "waits-for-others" | "joined";
            /** @example Verify the claim */
            title: string;
            /** @description Markdown, filled with the ticket's data, which are escaped: they show as text */
            instructions: string | null;
            checklist: components["schemas"]["ChecklistItem"][];
            /** @description JSON Schema 2020-12 with titles in the caller's language */
            form: {
                [key: string]: unknown;
            } | null;
            replies: components["schemas"]["GuideReply"][];
            actions: components["schemas"]["GuideAction"][];
            /** @example after-sales */
            team: string;
            /** @example 1 */
            tier: number;
            /**
             * @description What it asks of a person
             * @example [
             *       "refunds"
             *     ]
             */
            skills: string[];
            /** @description The user who holds it */
            holder: string | null;
            /** @example 林小雨 */
            holderName: string | null;
            /** Format: date-time */
            enteredAt: string | null;
            /** Format: date-time */
            dueAt: string | null;
            /** Format: date-time */
            slaDueAt: string | null;
            slaBreached: boolean;
            /** @description From where it was escalated or transferred: there it can be handed back */
            cameFrom: components["schemas"]["CameFrom"] | null;
            /** @description The caller may act in it; else all its ways out are closed */
            mayAct: boolean;
            /** @description The caller may take it, be it only as a lead with a reason */
            mayTake: boolean;
            /** @description Acting in it, the caller takes it over as a lead; that is recorded */
            takesOver: boolean;
            /** @description Why the caller may not act in it, or not take it */
            whyNot: string | null;
        };
        GuideFact: {
            /** @example reason */
            name: string;
            /**
             * @description In the caller's language
             * @example Reason
             */
            title: string;
            /**
             * @description As it is stored
             * @example damaged
             */
            value: string | number | boolean | unknown[] | {
                [key: string]: unknown;
            };
            /**
             * @description The value in the caller's language where the SOP names its values, else null
             * @example Arrived damaged
             */
            valueTitle: string | null;
            /**
             * @description The JSON Schema type, or its format where it has one
             * @example string
             */
            type: string | null;
        };
        /**
         * @description An amount of money, or how often something was done
         * @enum {string}
         */
        LimitUnit: "money" | "count";
        GuideLimit: {
            /** @example orderRefunds */
            id: string;
            /**
             * @description In the caller's language
             * @example Refunded on this order
             */
            title: string;
            /**
             * @description What it is counted by
             * @example ORD-100234
             */
            key: string;
            /**
             * @description Ordered so far, in all tickets; what may have been paid counts
             * @example 500
             */
            used: number;
            /** @example 943 */
            most: number;
            /** @example 443 */
            left: number;
            /** @description An amount of money, or how often something was done */
            unit: components["schemas"]["LimitUnit"];
            /** @description False while nobody knows how much there may be, e.g. before the order is found */
            isKnown: boolean;
        };
        GuideClocks: {
            /**
             * Format: date-time
             * @description The time of the server
             */
            now: string;
            /** Format: date-time */
            dueAt: string | null;
            /** Format: date-time */
            firstResponseDueAt: string | null;
            /** Format: date-time */
            resolveDueAt: string | null;
            /** @description The target of the ticket stands still */
            paused: boolean;
        };
        Guide: {
            /** @example 1024 */
            ticketId: string;
            /**
             * @description The version of the ticket
             * @example 4
             */
            version: number;
            /**
             * @example [
             *       {
             *         "step": "checking.assess",
             *         "kind": "human",
             *         "title": "Assess the request",
             *         "instructions": "Compare the photos with the order.",
             *         "checklist": [
             *           {
             *             "id": "photos",
             *             "text": "The photos show the damage"
             *           }
             *         ],
             *         "form": null,
             *         "replies": [
             *           {
             *             "id": "ask-photos",
             *             "title": "Ask for photos",
             *             "text": "您好，麻烦补充几张照片。",
             *             "lang": "zh-CN"
             *           }
             *         ],
             *         "actions": [
             *           {
             *             "event": "ASK_CUSTOMER",
             *             "step": "checking.assess",
             *             "title": "Ask for evidence",
             *             "tone": "neutral",
             *             "enabled": true,
             *             "to": [
             *               {
             *                 "step": "checking.waiting-for-evidence",
             *                 "title": "Waiting for the customer",
             *                 "kind": "waits-for-customer"
             *               }
             *             ],
             *             "ends": false
             *           }
             *         ],
             *         "team": "after-sales",
             *         "tier": 1,
             *         "skills": [
             *           "refunds"
             *         ],
             *         "holder": null,
             *         "holderName": null,
             *         "enteredAt": "2026-11-22T08:31:00.000Z",
             *         "dueAt": "2026-11-22T10:30:00.000Z",
             *         "slaDueAt": "2026-11-22T10:30:00.000Z",
             *         "slaBreached": false,
             *         "cameFrom": null,
             *         "mayAct": true,
             *         "mayTake": true,
             *         "takesOver": false,
             *         "whyNot": null
             *       }
             *     ]
             */
            steps: components["schemas"]["GuideStep"][];
            /** @description The ways out of all steps */
            actions: components["schemas"]["GuideAction"][];
            /**
             * @description What the caller may do with the ticket now, beside the ways out of its SOP
             * @example [
             *       "message",
             *       "transfer",
             *       "release"
             *     ]
             */
            acts: ("message" | "transfer" | "hand-back" | "release" | "reopen" | "priority" | "merge" | "undo" | "cancel")[];
            /** @description Why the caller may not write to the customer */
            mayNotWrite: string | null;
            /** @description Why a merge cannot be undone any more, for who could; else null */
            mayNotUndo: string | null;
            /** @description What is known, in the caller's language */
            facts: components["schemas"]["GuideFact"][];
            /** @description Limits across tickets that count for this one, with what is used up of them */
            limits: components["schemas"]["GuideLimit"][];
            clocks: components["schemas"]["GuideClocks"];
        };
        EventDto: {
            /** @example APPROVE */
            type: string;
            /**
             * @example {
             *       "note": "Photos show the damage"
             *     }
             */
            data?: {
                [key: string]: unknown;
            };
            /**
             * @description Which step is meant, where more than one is open to the caller
             * @example handling.appease.call
             */
            step?: string;
        };
        TicketAndGuide: {
            ticket: components["schemas"]["Ticket"];
            guide: components["schemas"]["Guide"];
        };
        Actor: {
            /** @enum {string} */
            kind: "agent" | "customer" | "system";
            /**
             * @description A user's id, a customer's id, or a part of the system
             * @example timer
             */
            id: string;
            /** @example 林小雨 */
            name?: string;
            /**
             * @example [
             *       "agent"
             *     ]
             */
            roles?: string[];
            /** @example 1 */
            tier?: number;
        };
        HistoryFact: {
            /** @enum {string} */
            type: "reply" | "note" | "tag" | "route" | "escalate" | "set-priority" | "pause-clock" | "resume-clock" | "sla" | "acted-in" | "take-over" | "went-up" | "on-behalf" | "braked" | "stored";
            /** @description reply: as it was sent; note: in the caller's language */
            text?: string;
            /**
             * @description reply: the language in which it was sent
             * @enum {string}
             */
            lang?: "en" | "zh-CN";
            /** @description reply: the id of the quick reply */
            reply?: string | null;
            /** @description tag */
            add?: string[];
            /** @description tag */
            remove?: string[];
            /** @description route, escalate, went-up */
            team?: string | null;
            /** @description route, escalate, went-up */
            tier?: number | null;
            /** @description route */
            skills?: string[] | null;
            /** @description escalate */
            reason?: string | null;
            /** @description escalate, sla, acted-in (one of several parallel steps), take-over, went-up (out of it) */
            step?: string | null;
            /**
             * @description escalate: it was there or above already, nothing moved
             * @enum {boolean}
             */
            moved?: false;
            /** @description take-over: the user who held it */
            from?: string | null;
            /** @description went-up: the team of the step that it led out of */
            fromTeam?: string;
            /** @description went-up: into an approval, which is no escalation */
            approval?: boolean;
            /**
             * @description on-behalf
             * @enum {string}
             */
            of?: "customer";
            /** @description on-behalf: the person who entered it works on this very case */
            ownCase?: boolean;
            /** @description stored: the ticket's data that the event changed, as they were stored */
            values?: {
                [key: string]: unknown;
            };
            /**
             * @description set-priority
             * @enum {string}
             */
            priority?: "low" | "normal" | "high" | "urgent";
            /**
             * @description sla
             * @enum {string}
             */
            state?: "warned" | "breached";
        };
        Escalation: {
            /** @enum {string} */
            by: "agent" | "rule" | "clock";
            step: string | null;
            fromTeam: string;
            /** @example 1 */
            fromTier: number;
            toTeam: string;
            /** @example 1 */
            toTier: number;
            reason: string | null;
        };
        HistoryEntry: {
            /**
             * @description The version of the ticket after it
             * @example 2
             */
            seq: number;
            /**
             * @description An event of the SOP, or `opened`, `claimed`, `released`, `after PT4H`, `done.<call>`, …
             * @example APPROVE
             */
            type: string;
            /**
             * @description The name of the action in the caller's language, when it was one of the SOP
             * @example Approve
             */
            title: string | null;
            /** Format: date-time */
            at: string;
            actor: components["schemas"]["Actor"];
            /** @description The person who entered it for the actor, e.g. what a customer said on the phone */
            recordedBy: components["schemas"]["Actor"] | null;
            /** @enum {string} */
            cause: "agent" | "customer" | "rule" | "clock" | "automation";
            data: {
                [key: string]: unknown;
            } | null;
            /** @description Active steps after it */
            steps: string[];
            /** @description Their titles in the caller's language */
            stepTitles: string[];
            facts: components["schemas"]["HistoryFact"][];
            escalation: components["schemas"]["Escalation"] | null;
        };
        HistoryPage: {
            items: components["schemas"]["HistoryEntry"][];
            /** @description Hand it in as `cursor` for the next page */
            nextCursor: string | null;
        };
        VisitParts: {
            /** @description ms */
            queue: number;
            /** @description ms */
            touch: number;
            /** @description ms */
            customer: number;
            /** @description ms */
            external: number;
            /** @description ms */
            offShift: number;
            /** @description ms */
            join: number;
        };
        Visit: {
            /** @example 1 */
            no: number;
            /** @example verify */
            step: string;
            /**
             * @description In the caller's language
             * @example Verify the claim
             */
            title: string;
            /** @enum {string} */
            kind: "human" | "automatic" | "waits-for-customer" | "waits-for-others" | "joined";
            /** Format: date-time */
            enteredAt: string;
            /** Format: date-time */
            exitedAt: string | null;
            /** @description The event that ended it */
            leftBy: string | null;
            /** @description The users who held it */
            agents: string[];
            /** @description Their names, in the same order */
            agentNames: string[];
            holder: string | null;
            /** @example after-sales */
            team: string;
            /** @example 1 */
            tier: number;
            /** @description ms */
            dwell: number;
            /** @description They add up to `dwell` */
            parts: components["schemas"]["VisitParts"];
            /** Format: date-time */
            slaDueAt: string | null;
            slaBreached: boolean;
        };
        VisitPage: {
            items: components["schemas"]["Visit"][];
            /** @description Hand it in as `cursor` for the next page */
            nextCursor: string | null;
        };
        EscalateToDto: {
            /** @example quality */
            team?: string;
            /** @example 2 */
            tier?: number;
        };
        EscalateDto: {
            /** @example The customer called again */
            reason: string;
            /**
             * @description Which step is meant, where more than one is open to the caller
             * @example handling.appease.call
             */
            step?: string;
            /** @description Default: one tier up */
            to?: components["schemas"]["EscalateToDto"];
        };
        StepReasonDto: {
            /** @example The customer called again */
            reason: string;
            /**
             * @description Which step is meant, where more than one is open to the caller
             * @example handling.appease.call
             */
            step?: string;
        };
        TransferToDto: {
            /** @example logistics */
            team?: string;
            /**
             * Format: uuid
             * @description A person who may serve the ticket
             */
            userId?: string;
        };
        TransferDto: {
            /** @example The customer called again */
            reason: string;
            /**
             * @description Which step is meant, where more than one is open to the caller
             * @example handling.appease.call
             */
            step?: string;
            to: components["schemas"]["TransferToDto"];
        };
        ReasonDto: {
            /** @example The customer called again */
            reason: string;
        };
        MergeDto: {
            /**
             * @description The ticket that goes on
             * @example 1024
             */
            into: string;
            /**
             * @description The second yes, where the customers of the two tickets differ
             * @default false
             */
            confirmed: boolean;
        };
        PriorityDto: {
            /** @enum {string} */
            priority: "low" | "normal" | "high" | "urgent";
            reason?: string;
        };
        Message: {
            /** @example 88 */
            id: string;
            /** @description The event of the history that brought it */
            seq: number;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            from: "customer" | "agent" | "system";
            /**
             * @description The ticket in which it was said: this one, or one merged into it
             * @example 1024
             */
            ticketId: string;
            author: components["schemas"]["Actor"];
            /** @description The person who entered it for the author, e.g. what a customer said on the phone */
            recordedBy: components["schemas"]["Actor"] | null;
            body: string;
            /** @description A note that the customer does not see */
            internal: boolean;
            /** @description It only says thanks and asks for nothing */
            closing: boolean;
        };
        MessagePage: {
            items: components["schemas"]["Message"][];
            /** @description Hand it in as `cursor` for the next page */
            nextCursor: string | null;
        };
        MessageDto: {
            /**
             * @description customer: passed on from a channel
             * @enum {string}
             */
            from: "customer" | "agent";
            /** @example We have refunded you; it takes one to three days. */
            body: string;
            /**
             * @description A note that the customer does not see
             * @default false
             */
            internal: boolean;
        };
        MessageTaken: {
            seq: number;
            /** @enum {string} */
            from: "customer" | "agent";
            body: string;
            internal: boolean;
        };
        TicketGuideAndMessage: {
            ticket: components["schemas"]["Ticket"];
            guide: components["schemas"]["Guide"];
            message: components["schemas"]["MessageTaken"];
        };
        WalkAct: {
            /**
             * @description event: `event` and `data`, as an agent would (CUSTOMER_MESSAGE with data.body: as the customer) · wait: `for` · result, failure: a call answers
             * @enum {string}
             */
            type: "event" | "wait" | "result" | "failure";
            /** @example APPROVE */
            event?: string;
            /**
             * @example {
             *       "amount": 39.9
             *     }
             */
            data?: {
                [key: string]: unknown;
            };
            /**
             * @description Who does it; default: who would work on the step
             * @enum {string}
             */
            as?: "agent" | "lead";
            /** @description Of event: which of several parallel steps is meant */
            step?: string;
            /**
             * @description ISO 8601 duration, or `next`: up to the next timer
             * @example PT4H
             */
            for?: string;
            /**
             * @description Of result and failure: the id of the call
             * @example order
             */
            id?: string;
            /** @description Of result: the answer; default: the sample */
            output?: {
                [key: string]: unknown;
            } | unknown[] | string | number | boolean | null;
            /**
             * @description Of failure; default: http-5xx
             * @example http-5xx
             */
            code?: string;
        };
        WalkRequest: {
            /** @description YAML of the SOP as it is being written */
            source?: string;
            /**
             * @description A published version; with neither source nor version the draft, else the newest version
             * @example 3
             */
            version?: number;
            /**
             * @description The intake form
             * @example {
             *       "orderId": "ORD-100001",
             *       "reason": "damaged"
             *     }
             */
            data?: {
                [key: string]: unknown;
            };
            customer?: components["schemas"]["CustomerDto"];
            /**
             * @description Of the answer and of the customer; default: the caller's
             * @enum {string}
             */
            lang?: "en" | "zh-CN";
            /**
             * Format: date-time
             * @description When the ticket is opened; default: now
             */
            start?: string;
            /**
             * @description Whose view of the steps is answered
             * @enum {string}
             */
            as?: "agent" | "lead";
            /**
             * @example [
             *       {
             *         "type": "result",
             *         "id": "order"
             *       },
             *       {
             *         "type": "event",
             *         "event": "APPROVE",
             *         "data": {
             *           "amount": 39.9
             *         }
             *       },
             *       {
             *         "type": "wait",
             *         "for": "next"
             *       }
             *     ]
             */
            acts?: components["schemas"]["WalkAct"][];
        };
        WalkPlace: {
            /** @example checking.assess */
            step: string;
            /** @example Assess the request */
            title: string;
        };
        WalkTicket: {
            /** @enum {string} */
            priority: "low" | "normal" | "high" | "urgent";
            /** @example after-sales */
            team: string;
            /** @example 1 */
            tier: number;
            skills: string[];
            tags: string[];
            reopenings: number;
        };
        WalkTimer: {
            /** @example checking.assess */
            step: string;
            /** @example Assess the request */
            title: string;
            id: string;
            /** @enum {string} */
            kind: "after" | "sla-warned" | "sla-breached";
            /** @example after PT24H */
            event: string;
            /** Format: date-time */
            dueAt: string;
        };
        WalkCall: {
            /** @example checking.assess */
            step: string;
            /** @example Assess the request */
            title: string;
            /** @example order */
            id: string;
            /** @description What would be sent: connection, method, path, query, body */
            request: {
                [key: string]: unknown;
            };
            /** @description An answer that fits the schema of the call */
            sample: string | number | boolean | unknown[] | {
                [key: string]: unknown;
            } | null;
        };
        WalkFact: {
            /** @example reply */
            type: string;
            /**
             * @description In the language of the answer
             * @example Clock paused
             */
            text: string;
        };
        WalkTrail: {
            /** @description Number of the act; null for the opening */
            act: number | null;
            /** @enum {string} */
            did: "open" | "event" | "timer" | "wait" | "result" | "failure";
            /**
             * @description The event, the timer's or the call's id, or how long was waited
             * @example APPROVE
             */
            name: string;
            /**
             * @description The name on the button
             * @example Approve
             */
            title: string | null;
            /** Format: date-time */
            at: string;
            from: components["schemas"]["WalkPlace"][];
            /** @description The end when it was reached */
            to: components["schemas"]["WalkPlace"][];
            facts: components["schemas"]["WalkFact"][];
        };
        WalkAnswer: {
            /** @example refund-only */
            sop: string;
            /** @description Null: the draft, or the text that was sent */
            version: number | null;
            /**
             * Format: date-time
             * @description The clock of the walk
             */
            now: string;
            ended: boolean;
            /** @example refunded */
            outcome: string | null;
            /**
             * @description Whose view of the steps this is
             * @enum {string}
             */
            as: "agent" | "lead";
            /** @description Where the ticket is; the end when it was reached */
            place: components["schemas"]["WalkPlace"][];
            /** @description As in GET /tickets/{id}/guide; empty at the end */
            steps: components["schemas"]["GuideStep"][];
            facts: components["schemas"]["GuideFact"][];
            clocks: components["schemas"]["GuideClocks"];
            /** @description The ticket's data */
            data: {
                [key: string]: unknown;
            };
            ticket: components["schemas"]["WalkTicket"];
            /** @description The next one first */
            timers: components["schemas"]["WalkTimer"][];
            /** @description Calls that wait for an act `result` or `failure` */
            calls: components["schemas"]["WalkCall"][];
            trail: components["schemas"]["WalkTrail"][];
            /** @description The problem with which the real ticket would have refused an act */
            refused: components["schemas"]["Problem"] | null;
            /** @description Number of that act, from 0; the walk ends before it */
            refusedAct: number | null;
        };
        BoardLane: {
            /** @example after-sales */
            team: string;
            /** @example 1 */
            tier: number;
            /**
             * @example [
             *       "refunds"
             *     ]
             */
            skills: string[];
            /**
             * @description Visits that wait for a person
             * @example 12
             */
            waiting: number;
            /**
             * @description Those of them whose due time is over
             * @example 2
             */
            overdue: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:00:00.000Z
             */
            firstDueAt: string;
            /**
             * Format: date-time
             * @description Since when the oldest of them waits
             * @example 2026-11-22T09:00:00.000Z
             */
            oldestSince: string;
            /**
             * @description People present who may serve the lane; nobody: it waits in vain
             * @example 3
             */
            presentPeople: number;
        };
        BoardHeld: {
            /** @example 1042 */
            ticketId: string;
            /** @example The mug arrived broken */
            subject: string;
            /** @example verify.photos */
            step: string;
            /**
             * @description In the language of the caller
             * @example Check the photos
             */
            stepTitle: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:00:00.000Z
             */
            dueAt: string | null;
            /**
             * Format: date-time
             * @example 2026-11-22T09:00:00.000Z
             */
            heldSince: string;
            /**
             * Format: date-time
             * @example 2026-11-22T09:00:00.000Z
             */
            leaseExpiresAt: string;
        };
        BoardPerson: {
            /** Format: uuid */
            id: string;
            /** @example 林小雨 */
            name: string;
            teams: components["schemas"]["MembershipDto"][];
            /**
             * @example [
             *       "refunds"
             *     ]
             */
            skills: string[];
            /** @description Connected, or at work on a ticket, within the last two minutes */
            present: boolean;
            /**
             * Format: date-time
             * @example 2026-11-22T09:00:00.000Z
             */
            lastSeenAt: string | null;
            /** @description The one that is due first at the top */
            held: components["schemas"]["BoardHeld"][];
            /**
             * @description Tickets that ended today, worked on last by this person
             * @example 9
             */
            resolvedToday: number;
        };
        BoardBraked: {
            /** @example 1042 */
            ticketId: string;
            /** @example The mug arrived broken */
            subject: string;
            /** @example refund-unshipped */
            sop: string;
            /**
             * @description In the language of the caller
             * @example Refund before shipping
             */
            sopTitle: string;
            /**
             * @description Its team and those of its open steps
             * @example [
             *       "after-sales"
             *     ]
             */
            teams: string[];
            /**
             * Format: date-time
             * @example 2026-11-22T09:00:00.000Z
             */
            since: string;
        };
        Board: {
            /**
             * Format: date-time
             * @example 2026-11-22T09:00:00.000Z
             */
            now: string;
            /** @description Lanes in which somebody waits, the most urgent first */
            lanes: components["schemas"]["BoardLane"][];
            /** @description By name */
            people: components["schemas"]["BoardPerson"][];
            /** @description Tickets that clocks and calls moved on and on with nobody in between: slowed down until a person does something to them; at most 200, the oldest first */
            braked: components["schemas"]["BoardBraked"][];
        };
        LaneTickets: {
            items: components["schemas"]["Ticket"][];
            /** @description False when more wait than are listed */
            isAll: boolean;
        };
        Lease: {
            /**
             * Format: date-time
             * @example 2026-11-22T08:34:00.000Z
             */
            expiresAt: string;
        };
        HeldTicket: {
            ticket: components["schemas"]["Ticket"];
            lease: components["schemas"]["Lease"];
        };
        LaneWaiting: {
            /** @example after-sales */
            team: string;
            /** @example 1 */
            tier: number;
            /**
             * @example [
             *       "refunds"
             *     ]
             */
            skills: string[];
            /** @example 12 */
            waiting: number;
            /**
             * Format: date-time
             * @description When the first of them is due
             */
            firstDueAt: string;
        };
        Desk: {
            held: components["schemas"]["HeldTicket"][];
            lanes: components["schemas"]["LaneWaiting"][];
        };
        NextDto: {
            /**
             * @description Only tickets that wait for one of these teams of yours; default: all your teams
             * @example [
             *       "after-sales"
             *     ]
             */
            teams?: string[];
        };
        Held: {
            ticket: components["schemas"]["Ticket"];
            guide: components["schemas"]["Guide"];
            lease: components["schemas"]["Lease"];
        };
        RenewDto: {
            /**
             * Format: date-time
             * @description When the caller last gave a sign of life in this ticket: pressed a key or clicked; nothing else of it is wanted. Acts are signs of life by themselves. Absent: none since the renewal before, so that an unattended page counts as idle. Before the lease began: not noted. Later than the clock of the server: 422
             * @example 2026-11-22T08:31:10.000Z
             */
            lastActiveAt?: string;
        };
        Renewed: {
            lease: components["schemas"]["Lease"];
            /**
             * Format: date-time
             * @description What the clock of the server says: `lastActiveAt` is to be told by it
             * @example 2026-11-22T08:32:00.000Z
             */
            at: string;
        };
        ReleaseDto: {
            /** @example End of my shift */
            reason: string;
            /**
             * @description Which step is given back, where the caller holds more than one
             * @example handling.appease.call
             */
            step?: string;
        };
        TakeDto: {
            /**
             * @description Lets a lead take over what somebody else holds; stands in the history
             * @example Lin went home
             */
            reason?: string;
            /**
             * @description Which of several parallel steps is meant; default: the first that waits for the caller
             * @example handling.appease.call
             */
            step?: string;
        };
        ConnectionUse: {
            /** @example refund-only */
            sop: string;
            /**
             * @example {
             *       "en": "Refund only",
             *       "zh-CN": "仅退款"
             *     }
             */
            titles: components["schemas"]["Text"];
            /** @example 3 */
            version: number;
            /**
             * @example [
             *       "refund.paying"
             *     ]
             */
            steps: string[];
            /**
             * @description In the order of `steps`
             * @example [
             *       {
             *         "en": "Pay the refund",
             *         "zh-CN": "执行退款"
             *       }
             *     ]
             */
            stepTitles: components["schemas"]["Text"][];
        };
        ConnectionFailure: {
            /**
             * @description What happened, more closely than `code`; later versions may add some
             * @example http-4xx
             * @enum {string}
             */
            reason: "timeout" | "unreachable" | "http-4xx" | "http-5xx" | "rejected" | "redirect" | "too-large" | "not-json" | "broken-json" | "unfit-answer" | "refused-answer" | "unknown-connection" | "bad-address" | "bad-path" | "not-allowed" | "private-address" | "other";
            /**
             * @description `status`, `ms`, `bytes`, `host`, `address` or `call`, by the reason
             * @example {
             *       "status": "404"
             *     }
             */
            facts: {
                [key: string]: string;
            };
            /**
             * @description Words of another system or of a library, as they came
             * @example null
             */
            detail: string | null;
            /**
             * Format: date-time
             * @example 2026-11-22T09:00:00.000Z
             */
            at: string;
            /**
             * @description As in the event of the SOP
             * @example http-4xx
             */
            code: string;
            /**
             * @description In English
             * @example The answer was 404.
             */
            message: string;
            /** @example 1042 */
            ticketId: string;
        };
        ConnectionCalls: {
            /**
             * @description Calls that SOPs asked for; each may have had several tries
             * @example 240
             */
            last24h: number;
            /**
             * @description Those of them that failed after all tries
             * @example 3
             */
            failed: number;
            /**
             * @description Those of them that are not answered yet
             * @example 1
             */
            underWay: number;
            /**
             * Format: date-time
             * @example 2026-11-22T09:00:00.000Z
             */
            lastAt: string | null;
            /**
             * @description Whether the last of them that was answered failed
             * @example false
             */
            lastFailed: boolean;
            lastError: components["schemas"]["ConnectionFailure"] | null;
        };
        Connection: {
            /** @example shop */
            name: string;
            /** @description False: an SOP calls it, but it is not configured; its calls fail */
            configured: boolean;
            /**
             * @description Without secrets
             * @example https://shop.example/api
             */
            baseUrl: string | null;
            /**
             * @description Null: what the call says counts
             * @example 5000
             */
            timeoutMs: number | null;
            /** @description May reach addresses of the own network */
            allowPrivate: boolean;
            /**
             * @description Null: all
             * @example [
             *       "GET",
             *       "POST"
             *     ]
             */
            methods: string[] | null;
            /**
             * @description What the paths of calls begin with, in whole segments; null: all are allowed
             * @example [
             *       "/orders",
             *       "/refunds"
             *     ]
             */
            paths: string[] | null;
            /**
             * @description Their values are never shown
             * @example [
             *       "authorization"
             *     ]
             */
            headerNames: string[];
            /** @description By the newest version of each SOP, and by older ones that tickets are still on */
            usedBy: components["schemas"]["ConnectionUse"][];
            calls: components["schemas"]["ConnectionCalls"];
        };
        ConnectionList: {
            items: components["schemas"]["Connection"][];
            /** @example null */
            nextCursor: string | null;
        };
        ConnectionProbeError: {
            /**
             * @description What happened, more closely than `code`; later versions may add some
             * @example http-4xx
             * @enum {string}
             */
            reason: "timeout" | "unreachable" | "http-4xx" | "http-5xx" | "rejected" | "redirect" | "too-large" | "not-json" | "broken-json" | "unfit-answer" | "refused-answer" | "unknown-connection" | "bad-address" | "bad-path" | "not-allowed" | "private-address" | "other";
            /**
             * @description `status`, `ms`, `bytes`, `host`, `address` or `call`, by the reason
             * @example {
             *       "status": "404"
             *     }
             */
            facts: {
                [key: string]: string;
            };
            /**
             * @description Words of another system or of a library, as they came
             * @example null
             */
            detail: string | null;
            /**
             * @example timeout
             * @enum {string}
             */
            code: "timeout" | "unreachable" | "forbidden-address" | "rejected" | "redirect" | "http-5xx";
            /**
             * @description In the language of the caller
             * @example No answer within 5000 ms.
             */
            message: string;
        };
        ConnectionProbe: {
            /** @description It answers, and does not refuse us */
            ok: boolean;
            /** @example 200 */
            status: number | null;
            /** @example 38 */
            ms: number;
            /** @example null */
            error: components["schemas"]["ConnectionProbeError"] | null;
        };
        LiveHello: {
            /**
             * Format: date-time
             * @example 2026-11-22T08:30:00.000Z
             */
            now: string;
        };
        LiveTicket: {
            /** @example 1042 */
            id: string;
            /** @example 7 */
            version: number;
            /** @example after-sales */
            team: string;
            /** @enum {string} */
            status: "open" | "resolved" | "cancelled" | "merged";
            /**
             * Format: uuid
             * @description Who holds it now
             */
            assignee: string | null;
            /**
             * Format: date-time
             * @example 2026-11-22T08:30:00.000Z
             */
            at: string;
        };
        LiveTicketGone: {
            /** @example 1042 */
            id: string;
        };
        LiveSop: {
            /** @example refund-only */
            id: string;
            /** @example 3 */
            version: number | null;
        };
        LiveNudge: Record<string, never>;
        LiveBye: {
            /** @enum {string} */
            reason: "expired" | "signed-out" | "stopping";
        };
        FilterAnswer: {
            /** @example after-sales */
            team: string | null;
            /**
             * Format: uuid
             * @example null
             */
            agent: string | null;
            /** @example chat */
            channel: string | null;
            /** @example return-refund */
            sop: string | null;
            /** @example 3 */
            version: number | null;
            /** @description The teams to which the caller is limited; null: all */
            reach: string[] | null;
        };
        TicketCounts: {
            /** @example 240 */
            created: number;
            /** @example 31 */
            open: number;
            /** @example 201 */
            resolved: number;
            /** @example 5 */
            cancelled: number;
            /** @example 3 */
            merged: number;
            /**
             * @description Held by somebody, escalated or resolved; the n of the escalation rate
             * @example 224
             */
            handled: number;
        };
        IntervalAnswer: {
            /** @example 0.71 */
            low: number;
            /** @example 0.83 */
            high: number;
        };
        RateAnswer: {
            /**
             * @description count ÷ n; null when n is 0
             * @example 0.775
             */
            value: number | null;
            /** @example 155 */
            count: number;
            /**
             * @description Cases counted
             * @example 200
             */
            n: number;
            /** @description Wilson interval, 95 % */
            interval: components["schemas"]["IntervalAnswer"] | null;
            /**
             * @description Cases left out, by reason
             * @example {
             *       "immature": 12,
             *       "open": 5
             *     }
             */
            excluded: {
                [key: string]: number;
            };
        };
        FcrBroken: {
            /**
             * @description The customer wrote again, and not only to say thanks
             * @example 5
             */
            customerMessage: number;
            /**
             * @description Reopened without a message of the customer
             * @example 2
             */
            reopened: number;
            /**
             * @description Another ticket of the issue, or one that was merged afterwards
             * @example 3
             */
            repeatContact: number;
        };
        FcrAnswer: {
            /** @description Resolved in the first contact, of all issues whose window has passed */
            gross: components["schemas"]["RateAnswer"];
            /** @description Gross, without escalation, transfer or hand-over */
            strict: components["schemas"]["RateAnswer"];
            /** @description Gross, of the issues without a contact that policy forces */
            net: components["schemas"]["RateAnswer"];
            /** @description Why counted issues are not in gross; adds up to its n − count */
            broken: components["schemas"]["FcrBroken"];
        };
        EscalationCounts: {
            /** @example 19 */
            total: number;
            /** @example 12 */
            byAgent: number;
            /** @example 3 */
            byRule: number;
            /** @example 4 */
            byClock: number;
        };
        EscalationAnswer: {
            /**
             * @description count ÷ n; null when n is 0
             * @example 0.775
             */
            value: number | null;
            /** @example 155 */
            count: number;
            /**
             * @description Cases counted
             * @example 200
             */
            n: number;
            /** @description Wilson interval, 95 % */
            interval: components["schemas"]["IntervalAnswer"] | null;
            /**
             * @description Cases left out, by reason
             * @example {
             *       "immature": 12,
             *       "open": 5
             *     }
             */
            excluded: {
                [key: string]: number;
            };
            /**
             * @description Counted tickets that are still open
             * @example 8
             */
            open: number;
            /** @description Escalations of the counted tickets, by what raised them */
            escalations: components["schemas"]["EscalationCounts"];
            /**
             * @description At the same tier
             * @example 7
             */
            transfers: number;
            /**
             * @description Back to who knew the case: no escalation
             * @example 2
             */
            handBacks: number;
            /**
             * @description Ways into a step that the SOP marks as an approval: no escalation
             * @example 6
             */
            approvals: number;
            /** @example 2 */
            priorityChanges: number;
        };
        CalendarDurationAnswer: {
            /** @example 200 */
            n: number;
            /** @example 86400.25 */
            sumSeconds: number;
            /** @example 432.001 */
            meanSeconds: number | null;
            /** @example 300 */
            p50Seconds: number | null;
            /**
             * @description Of the median by ranks, 95 %, in seconds; null with fewer than 30 cases
             * @example {
             *       "low": 240,
             *       "high": 384.5
             *     }
             */
            p50Interval: components["schemas"]["IntervalAnswer"] | null;
            /** @example 900 */
            p90Seconds: number | null;
            /** @example 1200.5 */
            p95Seconds: number | null;
            /**
             * @description Median with the open tickets taken into account; null while more than half run on
             * @example 5400
             */
            kaplanMeierMedianSeconds: number | null;
        };
        DurationAnswer: {
            /** @example 200 */
            n: number;
            /** @example 86400.25 */
            sumSeconds: number;
            /** @example 432.001 */
            meanSeconds: number | null;
            /** @example 300 */
            p50Seconds: number | null;
            /**
             * @description Of the median by ranks, 95 %, in seconds; null with fewer than 30 cases
             * @example {
             *       "low": 240,
             *       "high": 384.5
             *     }
             */
            p50Interval: components["schemas"]["IntervalAnswer"] | null;
            /** @example 900 */
            p90Seconds: number | null;
            /** @example 1200.5 */
            p95Seconds: number | null;
        };
        ResolutionFigures: {
            /**
             * @example {
             *       "open": 31
             *     }
             */
            excluded: {
                [key: string]: number;
            };
            calendar: components["schemas"]["CalendarDurationAnswer"];
            /** @description Inside the business hours of the teams that were in charge, each while it was, and in the calendar it had then */
            business: components["schemas"]["DurationAnswer"];
            /** @description Business time without waiting for the customer */
            net: components["schemas"]["DurationAnswer"];
        };
        ResolutionAnswer: {
            /** @description First resolved − created */
            first: components["schemas"]["ResolutionFigures"];
            /** @description Last resolved − created; a reopened ticket counts as open */
            full: components["schemas"]["ResolutionFigures"];
        };
        CountedDurationAnswer: {
            /** @example 200 */
            n: number;
            /** @example 86400.25 */
            sumSeconds: number;
            /** @example 432.001 */
            meanSeconds: number | null;
            /** @example 300 */
            p50Seconds: number | null;
            /**
             * @description Of the median by ranks, 95 %, in seconds; null with fewer than 30 cases
             * @example {
             *       "low": 240,
             *       "high": 384.5
             *     }
             */
            p50Interval: components["schemas"]["IntervalAnswer"] | null;
            /** @example 900 */
            p90Seconds: number | null;
            /** @example 1200.5 */
            p95Seconds: number | null;
            /**
             * @example {
             *       "open": 5,
             *       "cancelled": 1,
             *       "merged": 0
             *     }
             */
            excluded: {
                [key: string]: number;
            };
        };
        FirstResponseAnswer: {
            /** @description First public reply of a person */
            human: components["schemas"]["CountedDurationAnswer"];
            /** @description The same in business time */
            humanBusiness: components["schemas"]["DurationAnswer"];
            /** @description First message that the system sent by itself */
            bot: components["schemas"]["CountedDurationAnswer"];
            /** @description Answered within the target, of those answered or overdue */
            onTime: components["schemas"]["RateAnswer"];
            /**
             * @description Not answered, and past the target
             * @example 4
             */
            overdue: number;
        };
        ResolutionSlaAnswer: {
            /**
             * @description count ÷ n; null when n is 0
             * @example 0.775
             */
            value: number | null;
            /** @example 155 */
            count: number;
            /**
             * @description Cases counted
             * @example 200
             */
            n: number;
            /** @description Wilson interval, 95 % */
            interval: components["schemas"]["IntervalAnswer"] | null;
            /**
             * @description Cases left out, by reason
             * @example {
             *       "immature": 12,
             *       "open": 5
             *     }
             */
            excluded: {
                [key: string]: number;
            };
            /**
             * @description Targets that still run and are not past due
             * @example 30
             */
            pending: number;
        };
        StepSlaAnswer: {
            /**
             * @description count ÷ n; null when n is 0
             * @example 0.775
             */
            value: number | null;
            /** @example 155 */
            count: number;
            /**
             * @description Cases counted
             * @example 200
             */
            n: number;
            /** @description Wilson interval, 95 % */
            interval: components["schemas"]["IntervalAnswer"] | null;
            /**
             * @description Cases left out, by reason
             * @example {
             *       "immature": 12,
             *       "open": 5
             *     }
             */
            excluded: {
                [key: string]: number;
            };
            /**
             * @description Targets that still run and are not past due
             * @example 30
             */
            pending: number;
            /**
             * @description Tickets with a target that is decided
             * @example 210
             */
            tickets: number;
            /**
             * @example {
             *       "untargeted": 4
             *     }
             */
            excludedTickets: {
                [key: string]: number;
            };
        };
        SlaFigures: {
            /** @description Resolved within the target of the ticket, of those resolved or overdue */
            resolution: components["schemas"]["ResolutionSlaAnswer"];
            /** @description Targets of steps that were met, of those met or missed */
            steps: components["schemas"]["StepSlaAnswer"];
        };
        ReopenAnswer: {
            /**
             * @description count ÷ n; null when n is 0
             * @example 0.775
             */
            value: number | null;
            /** @example 155 */
            count: number;
            /**
             * @description Cases counted
             * @example 200
             */
            n: number;
            /** @description Wilson interval, 95 % */
            interval: components["schemas"]["IntervalAnswer"] | null;
            /**
             * @description Cases left out, by reason
             * @example {
             *       "immature": 12,
             *       "open": 5
             *     }
             */
            excluded: {
                [key: string]: number;
            };
            /**
             * @description Of the counted tickets, however often each
             * @example 11
             */
            reopenings: number;
        };
        OpenTickets: {
            /**
             * @description At the beginning of the range
             * @example 232
             */
            atStart: number;
            /**
             * @description At its end, or now when that is earlier
             * @example 241
             */
            atEnd: number;
        };
        PreviousFigures: {
            tickets: components["schemas"]["TicketCounts"];
            fcr: components["schemas"]["FcrAnswer"];
            escalation: components["schemas"]["EscalationAnswer"];
            resolutionTime: components["schemas"]["ResolutionAnswer"];
            firstResponse: components["schemas"]["FirstResponseAnswer"];
            sla: components["schemas"]["SlaFigures"];
            reopen: components["schemas"]["ReopenAnswer"];
            backlog: components["schemas"]["OpenTickets"];
            /**
             * Format: date-time
             * @example 2026-09-23T00:00:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @example 2026-10-23T00:00:00.000Z
             */
            to: string;
        };
        ComparisonAnswer: {
            /**
             * @description no-difference: between samples of these sizes such a difference is no surprise. too-few: fewer than 30 cases on one of the sides
             * @enum {string}
             */
            result: "higher" | "lower" | "no-difference" | "too-few";
            /**
             * @description Now minus before: of rates in points (0.05 = 5), else as a share of before. Null: too few
             * @example -0.12
             */
            change: number | null;
            /**
             * @description What was tested at 95 %: the difference of two rates (newcombe), of two medians (median-intervals), of two counts (poisson) or of two means (welch)
             * @enum {string|null}
             */
            test: "newcombe" | "median-intervals" | "poisson" | "welch" | null;
            /** @example 204 */
            n: number;
            /** @example 190 */
            nBefore: number;
        };
        OverviewComparisons: {
            created: components["schemas"]["ComparisonAnswer"];
            fcr: components["schemas"]["ComparisonAnswer"];
            fcrStrict: components["schemas"]["ComparisonAnswer"];
            fcrNet: components["schemas"]["ComparisonAnswer"];
            escalation: components["schemas"]["ComparisonAnswer"];
            /** @description Of the medians in calendar time */
            resolutionFirst: components["schemas"]["ComparisonAnswer"];
            /** @description Of the medians in calendar time */
            resolutionFull: components["schemas"]["ComparisonAnswer"];
            /** @description Of the medians */
            firstResponse: components["schemas"]["ComparisonAnswer"];
            firstResponseOnTime: components["schemas"]["ComparisonAnswer"];
            slaResolution: components["schemas"]["ComparisonAnswer"];
            slaSteps: components["schemas"]["ComparisonAnswer"];
            reopen: components["schemas"]["ComparisonAnswer"];
        };
        OverviewAnswer: {
            /**
             * @description Version of the definitions
             * @example 1.2
             */
            definition: string;
            /**
             * Format: date-time
             * @example 2026-10-23T00:00:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @description Outside the range
             * @example 2026-11-22T00:00:00.000Z
             */
            to: string;
            /** @example Asia/Shanghai */
            tz: string;
            /**
             * Format: date-time
             * @description The instant at which the figures hold
             */
            asOf: string;
            filter: components["schemas"]["FilterAnswer"];
            tickets: components["schemas"]["TicketCounts"];
            fcr: components["schemas"]["FcrAnswer"];
            escalation: components["schemas"]["EscalationAnswer"];
            resolutionTime: components["schemas"]["ResolutionAnswer"];
            firstResponse: components["schemas"]["FirstResponseAnswer"];
            sla: components["schemas"]["SlaFigures"];
            reopen: components["schemas"]["ReopenAnswer"];
            backlog: components["schemas"]["OpenTickets"];
            /** @description With `compare=previous`, else null */
            previous: components["schemas"]["PreviousFigures"] | null;
            /** @description With `compare=previous`, else null */
            comparisons: components["schemas"]["OverviewComparisons"] | null;
        };
        FirstContactBroken: {
            /**
             * @description The customer wrote again, the ticket was reopened, or there was another ticket of the issue
             * @enum {string}
             */
            why: "customer-message" | "reopened" | "repeat-contact";
            /** Format: date-time */
            at: string;
            /**
             * @description Where it happened: the ticket, one of its family, or another of the issue
             * @example 1042
             */
            ticketId: string;
            /**
             * @description The id of the message
             * @example 88
             */
            messageId: string | null;
        };
        TicketItem: {
            /** @example 1042 */
            ticketId: string;
            /** @example The parcel never came */
            subject: string;
            /** @example parcel-late */
            sop: string;
            /** @example 3 */
            version: number;
            /**
             * @description Now
             * @enum {string}
             */
            status: "open" | "resolved" | "cancelled" | "merged";
            /** @example logistics */
            team: string;
            /**
             * @description In the language of the caller
             * @example Parcel late
             */
            sopTitle: string;
            /** Format: date-time */
            createdAt: string;
            /** @description Belongs to the n of the figure */
            counted: boolean;
            /**
             * @description Why it is left out; null when counted
             * @example immature
             */
            excluded: string | null;
            /** @description Whether the counted ticket fulfils the rate; null for durations */
            met: boolean | null;
            /**
             * @description The duration, in calendar time
             * @example 5400
             */
            seconds: number | null;
            /**
             * @description Resolution times and first responses only
             * @example 3600
             */
            businessSeconds?: number;
            /**
             * @description Resolution times only
             * @example 1800
             */
            netSeconds?: number;
            /**
             * @description sla-steps only: targets met
             * @example 3
             */
            targetsMet?: number;
            /**
             * @description sla-steps only: targets missed
             * @example 1
             */
            targetsMissed?: number;
            /** @description First contact resolution only, of tickets that were not: why */
            broken?: components["schemas"]["FirstContactBroken"];
            /**
             * @description Where the part counts what happened: how often it happened to this ticket
             * @example 2
             */
            times?: number;
        };
        TicketPage: {
            nextCursor: string | null;
            /**
             * @description What the figure counts, on all pages
             * @example 31
             */
            total: number;
            /**
             * @description Of `total`: tickets that the caller may not see. They count and are not listed
             * @example 0
             */
            hidden: number;
            items: components["schemas"]["TicketItem"][];
            /**
             * @description Sum of `times` on all pages
             * @example 34
             */
            sum: number | null;
        };
        BacklogPoint: {
            /**
             * Format: date-time
             * @description Where it begins
             * @example 2026-11-21T16:00:00.000Z
             */
            at: string;
            /**
             * Format: date-time
             * @description Where it ends, itself outside
             * @example 2026-11-22T16:00:00.000Z
             */
            to: string;
            /** @example 96 */
            created: number;
            /** @example 4 */
            reopened: number;
            /** @example 88 */
            resolved: number;
            /** @example 1 */
            cancelled: number;
            /** @example 2 */
            merged: number;
            /**
             * @description At its end
             * @example 241
             */
            open: number;
        };
        BacklogAnswer: {
            /**
             * @description Version of the definitions
             * @example 1.2
             */
            definition: string;
            /**
             * Format: date-time
             * @example 2026-10-23T00:00:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @description Outside the range
             * @example 2026-11-22T00:00:00.000Z
             */
            to: string;
            /** @example Asia/Shanghai */
            tz: string;
            /**
             * Format: date-time
             * @description The instant at which the figures hold
             */
            asOf: string;
            filter: components["schemas"]["FilterAnswer"];
            /** @enum {string} */
            interval: "hour" | "day";
            /**
             * @description At the beginning of the range
             * @example 232
             */
            openBefore: number;
            /** @description Up to now at most */
            points: components["schemas"]["BacklogPoint"][];
        };
        BacklogTicket: {
            /** @example 1042 */
            ticketId: string;
            /** @example The parcel never came */
            subject: string;
            /** @example parcel-late */
            sop: string;
            /** @example 3 */
            version: number;
            /**
             * @description Now
             * @enum {string}
             */
            status: "open" | "resolved" | "cancelled" | "merged";
            /** @example logistics */
            team: string;
            /**
             * @description In the language of the caller
             * @example Parcel late
             */
            sopTitle: string;
            /** Format: date-time */
            createdAt: string;
            /** @example chat */
            channel: string;
            /** @enum {string} */
            priority: "low" | "normal" | "high" | "urgent";
            /**
             * Format: date-time
             * @description When it happened; of an open ticket: open since
             */
            at: string;
        };
        BacklogTicketPage: {
            nextCursor: string | null;
            /**
             * @description What the figure counts, on all pages
             * @example 31
             */
            total: number;
            /**
             * @description Of `total`: tickets that the caller may not see. They count and are not listed
             * @example 0
             */
            hidden: number;
            items: components["schemas"]["BacklogTicket"][];
        };
        PartsAnswer: {
            /** @description Waiting for somebody who is on shift */
            queue: components["schemas"]["DurationAnswer"];
            /** @description Held by a person */
            touch: components["schemas"]["DurationAnswer"];
            /** @description Waiting for the customer */
            customer: components["schemas"]["DurationAnswer"];
            /** @description Automation or another department */
            external: components["schemas"]["DurationAnswer"];
            /** @description Waiting while nobody is on shift */
            offShift: components["schemas"]["DurationAnswer"];
            /** @description Waiting for the other regions of a parallel step */
            join: components["schemas"]["DurationAnswer"];
        };
        LeavingEvent: {
            /** @example APPROVE */
            event: string;
            /**
             * @description In the language of the caller; null when it has none
             * @example Grant return
             */
            title: string | null;
            /** @example 120 */
            visits: number;
            /**
             * @description Of the finished visits
             * @example 0.8
             */
            share: number;
        };
        SlaAnswer: {
            /**
             * @description count ÷ n; null when n is 0
             * @example 0.775
             */
            value: number | null;
            /** @example 155 */
            count: number;
            /**
             * @description Cases counted
             * @example 200
             */
            n: number;
            /** @description Wilson interval, 95 % */
            interval: components["schemas"]["IntervalAnswer"] | null;
            /**
             * @description Cases left out, by reason
             * @example {
             *       "immature": 12,
             *       "open": 5
             *     }
             */
            excluded: {
                [key: string]: number;
            };
            /**
             * @description Targets that still run and are not past due
             * @example 3
             */
            pending: number;
        };
        StepRow: {
            /** @example return-refund */
            sop: string;
            /** @example 3 */
            version: number;
            /** @example handling.inspect */
            step: string;
            /**
             * @description In the language of the caller
             * @example Inspect the parcel
             */
            title: string | null;
            /**
             * @example {
             *       "en": "Inspect the parcel",
             *       "zh-CN": "验收退货"
             *     }
             */
            titles: {
                [key: string]: string;
            } | null;
            /** @enum {string} */
            kind: "human" | "automatic" | "waits-for-customer" | "waits-for-others" | "joined";
            /** @example 150 */
            visits: number;
            /** @example 140 */
            tickets: number;
            /** @example 4 */
            openVisits: number;
            /** @description Of the finished visits */
            dwell: components["schemas"]["DurationAnswer"];
            parts: components["schemas"]["PartsAnswer"];
            leaving: components["schemas"]["LeavingEvent"][];
            /** @description Visits beyond the first of a ticket in its whole life, of all visits */
            rework: components["schemas"]["RateAnswer"];
            /** @description Tickets with an escalation raised here, of the tickets */
            escalation: components["schemas"]["RateAnswer"];
            /** @description Targets met, of those met or breached */
            sla: components["schemas"]["SlaAnswer"];
            /** @description Visits left because an automation failed, of the finished ones */
            failed: components["schemas"]["RateAnswer"];
            /** @description First contact resolution (gross) of the tickets that passed through */
            fcr: components["schemas"]["RateAnswer"];
            /**
             * @description Of the time on the critical path, per version
             * @example 0.31
             */
            shareOfTotal: number | null;
            /**
             * @description Of the non-touch time on the critical path, per version
             * @example 0.44
             */
            bottleneck: number | null;
        };
        StepFlow: {
            /** @example 3 */
            version: number;
            /**
             * @description Null: a ticket began
             * @example checking.assess
             */
            from: string | null;
            /**
             * @description `opened` and `reopened` where a ticket begins
             * @example APPROVE
             */
            event: string;
            /** @example Grant return */
            title: string | null;
            /**
             * @description Null: nothing followed
             * @example returning.make-label
             */
            to: string | null;
            /** @example 120 */
            count: number;
        };
        StepsAnswer: {
            /**
             * @description Version of the definitions
             * @example 1.2
             */
            definition: string;
            /**
             * Format: date-time
             * @example 2026-10-23T00:00:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @description Outside the range
             * @example 2026-11-22T00:00:00.000Z
             */
            to: string;
            /** @example Asia/Shanghai */
            tz: string;
            /**
             * Format: date-time
             * @description The instant at which the figures hold
             */
            asOf: string;
            filter: components["schemas"]["FilterAnswer"];
            steps: components["schemas"]["StepRow"][];
            /** @description How the tickets went from step to step */
            flows: components["schemas"]["StepFlow"][];
        };
        PartSeconds: {
            /** @example 60 */
            queue: number;
            /** @example 300.5 */
            touch: number;
            /** @example 0 */
            customer: number;
            /** @example 0 */
            external: number;
            /** @example 0 */
            offShift: number;
            /** @example 0 */
            join: number;
        };
        StepVisitItem: {
            /** @example 1042 */
            ticketId: string;
            /** @example The parcel never came */
            subject: string;
            /** @example parcel-late */
            sop: string;
            /** @example 3 */
            version: number;
            /**
             * @description Now
             * @enum {string}
             */
            status: "open" | "resolved" | "cancelled" | "merged";
            /** @example logistics */
            team: string;
            /**
             * @description The ticket it counts with, when it was merged
             * @example 1042
             */
            root: string;
            /** @example inspecting.inspect */
            step: string;
            /**
             * @description In the language of the caller
             * @example Inspect the goods
             */
            title: string | null;
            /**
             * @description Number of the visit in its ticket
             * @example 2
             */
            no: number;
            /** @example 1 */
            tier: number;
            /** @example human */
            kind: string;
            /** Format: date-time */
            enteredAt: string;
            /** Format: date-time */
            exitedAt: string | null;
            /** @example APPROVE */
            leftBy: string | null;
            /**
             * @description In the language of the caller
             * @example Approve
             */
            leftByTitle: string | null;
            escalated: boolean;
            /** @description Left because an automation failed */
            failed: boolean;
            /** Format: date-time */
            slaDueAt: string | null;
            slaBreached: boolean | null;
            /**
             * @description The how manieth stay of its ticket in this step, over its whole life; beyond 1: rework
             * @example 1
             */
            nth: number;
            /** @description Lies on the critical path */
            critical: boolean;
            /**
             * @description Null while the visit is open
             * @example 360.5
             */
            dwellSeconds: number | null;
            /** @description Of an open visit: up to its last change */
            parts: components["schemas"]["PartSeconds"];
        };
        StepVisitPage: {
            nextCursor: string | null;
            /**
             * @description What the figure counts, on all pages
             * @example 31
             */
            total: number;
            /**
             * @description Of `total`: tickets that the caller may not see. They count and are not listed
             * @example 0
             */
            hidden: number;
            items: components["schemas"]["StepVisitItem"][];
            /**
             * @description Tickets on all pages; a merged one counts with its root
             * @example 31
             */
            tickets: number;
        };
        /**
         * @description What most of the waiting is for
         * @enum {string}
         */
        BottleneckCause: "nobody-free" | "batching" | "lower-priority" | "nobody-on-shift" | "customer" | "external" | "join";
        CauseShare: {
            cause: components["schemas"]["BottleneckCause"];
            /** @example 86400 */
            seconds: number;
            /**
             * @description In the language of the caller
             * @example nobody of Warehouse is on shift
             */
            text: string;
            /**
             * @description Of the non-touch time of the step
             * @example 0.64
             */
            share: number;
        };
        RhythmAnswer: {
            /** @enum {string} */
            pattern: "weekend" | "weekday" | "hours";
            /** @example at weekends */
            text: string;
            /**
             * @description 1 = Monday … 7 = Sunday
             * @example [
             *       6,
             *       7
             *     ]
             */
            weekdays: number[];
            /**
             * @description [from, to) on the clock
             * @example [
             *       0,
             *       24
             *     ]
             */
            hours: number[];
            /** @example 38 */
            visits: number;
            /** @example 0.2 */
            shareOfVisits: number;
            /** @example 0.58 */
            shareOfTime: number;
        };
        WeekdayIdle: {
            /**
             * @description 1 = Monday … 7 = Sunday; the day on which the visits began
             * @example 6
             */
            weekday: number;
            /** @example 22 */
            visits: number;
            /** @example 1742400 */
            idleSeconds: number;
        };
        BottleneckBefore: {
            /** @example 182 */
            visits: number;
            /** @example 0.39 */
            score: number;
            /** @example 4102000 */
            idleSeconds: number;
            /** @example 22538.5 */
            meanIdleSeconds: number;
        };
        BottleneckRow: {
            /** @example return-refund */
            sop: string;
            /** @example Return and refund */
            sopTitle: string;
            /** @example 3 */
            version: number;
            /** @example inspecting.inspect */
            step: string;
            /**
             * @description In the language of the caller
             * @example Inspect the goods
             */
            title: string | null;
            /** @enum {string} */
            kind: "human" | "automatic" | "waits-for-customer" | "waits-for-others" | "joined";
            /**
             * @description The team of most of the visits
             * @example warehouse
             */
            team: string;
            /** @example Warehouse */
            teamTitle: string;
            /**
             * @description Finished visits on the critical path: the n of the row
             * @example 198
             */
            visits: number;
            /** @example 190 */
            tickets: number;
            /**
             * @description Of the non-touch time on the critical path of the SOP version
             * @example 0.44
             */
            score: number;
            /** @example 4640400 */
            idleSeconds: number;
            /** @example 23436.4 */
            meanIdleSeconds: number;
            /** @example 151200 */
            p90IdleSeconds: number;
            /** @example 190800 */
            touchSeconds: number;
            /** @description What most of the waiting is for */
            cause: components["schemas"]["BottleneckCause"];
            /** @description The largest first; they add up to the non-touch time */
            causes: components["schemas"]["CauseShare"][];
            /** @description When the waiting begins, if that explains it */
            when: components["schemas"]["RhythmAnswer"] | null;
            /** @example 64% of the waiting: nobody of Warehouse is on shift. What comes at weekends is 20% of the visits and 58% of the waiting. */
            explanation: string;
            weekdays: components["schemas"]["WeekdayIdle"][];
            /**
             * @description Stays that have not ended; not part of the score
             * @example 18
             */
            openVisits: number;
            /** Format: date-time */
            oldestOpenAt: string | null;
            /** @description With `compare=previous`: the period before; null where nothing waited in it */
            previous: components["schemas"]["BottleneckBefore"] | null;
            /** @description With `compare=previous`: the mean waiting of a visit against the period before, else null */
            comparison: components["schemas"]["ComparisonAnswer"] | null;
        };
        BottlenecksAnswer: {
            /**
             * @description Version of the definitions
             * @example 1.2
             */
            definition: string;
            /**
             * Format: date-time
             * @example 2026-10-23T00:00:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @description Outside the range
             * @example 2026-11-22T00:00:00.000Z
             */
            to: string;
            /** @example Asia/Shanghai */
            tz: string;
            /**
             * Format: date-time
             * @description The instant at which the figures hold
             */
            asOf: string;
            filter: components["schemas"]["FilterAnswer"];
            /** @description The longest waiting first */
            bottlenecks: components["schemas"]["BottleneckRow"][];
        };
        CauseSeconds: {
            cause: components["schemas"]["BottleneckCause"];
            /** @example 86400 */
            seconds: number;
        };
        BottleneckVisit: {
            /** @example 1042 */
            ticketId: string;
            /** @example The parcel never came */
            subject: string;
            /** @example parcel-late */
            sop: string;
            /** @example 3 */
            version: number;
            /**
             * @description Now
             * @enum {string}
             */
            status: "open" | "resolved" | "cancelled" | "merged";
            /** @example logistics */
            team: string;
            /**
             * @description The ticket it counts with, when it was merged
             * @example 1042
             */
            root: string;
            /** @example inspecting.inspect */
            step: string;
            /**
             * @description In the language of the caller
             * @example Inspect the goods
             */
            title: string | null;
            /**
             * @description Number of the visit in its ticket
             * @example 2
             */
            no: number;
            /** @example 1 */
            tier: number;
            /** @enum {string} */
            kind: "human" | "automatic" | "waits-for-customer" | "waits-for-others" | "joined";
            /** Format: date-time */
            enteredAt: string;
            /** Format: date-time */
            exitedAt: string;
            /** @example PASS */
            leftBy: string;
            /** @example 151200 */
            idleSeconds: number;
            /** @example 900 */
            touchSeconds: number;
            causes: components["schemas"]["CauseSeconds"][];
        };
        BottleneckVisitPage: {
            nextCursor: string | null;
            /**
             * @description What the figure counts, on all pages
             * @example 31
             */
            total: number;
            /**
             * @description Of `total`: tickets that the caller may not see. They count and are not listed
             * @example 0
             */
            hidden: number;
            items: components["schemas"]["BottleneckVisit"][];
            /**
             * @description Tickets on all pages; a merged one counts with its root
             * @example 190
             */
            tickets: number;
        };
        DayCount: {
            /**
             * Format: date
             * @description In the time zone asked for
             * @example 2026-11-21
             */
            day: string;
            /** @example 14 */
            tickets: number;
        };
        ThroughputAnswer: {
            /** @description Days with tickets only */
            days: components["schemas"]["DayCount"][];
            /**
             * @description Mean of those days
             * @example 15.4
             */
            perActiveDay: number | null;
        };
        HandlingAnswer: {
            /**
             * @description Tickets handled
             * @example 154
             */
            n: number;
            /**
             * @description Time in which they held a stay and were not idle
             * @example 131832
             */
            sumSeconds: number;
            /**
             * @description Per ticket; time at work on k stays at once counts k times
             * @example 856.1
             */
            meanSeconds: number | null;
            /**
             * @description Time at work on k stays at once counts once: 1/k for each
             * @example 131616
             */
            weightedSumSeconds: number;
            /** @example 854.6 */
            weightedMeanSeconds: number | null;
        };
        AgentFigures: {
            /** Format: uuid */
            id: string;
            /** @example 林若溪 */
            name: string | null;
            /** @description False: their access has ended */
            active: boolean;
            /**
             * @description Tickets of which a stay with them ended in the range
             * @example 154
             */
            handled: number;
            /**
             * @description Those stays
             * @example 163
             */
            visits: number;
            throughput: components["schemas"]["ThroughputAnswer"];
            /** @description First public replies that they gave in the range */
            firstResponse: components["schemas"]["DurationAnswer"];
            /** @description Of those replies, the ones within the target */
            firstResponseOnTime: components["schemas"]["RateAnswer"];
            handling: components["schemas"]["HandlingAnswer"];
            /** @description First contact resolution (gross) of the tickets handled; a ticket counts for everybody who held it */
            fcr: components["schemas"]["RateAnswer"];
            /** @description Of the tickets handled, those reopened within their window */
            reopen: components["schemas"]["RateAnswer"];
            /**
             * @description Of the tickets handled, however often each
             * @example 5
             */
            reopenings: number;
            /**
             * @description Escalations that they raised in the range
             * @example 3
             */
            escalations: number;
        };
        AgentComparisons: {
            handled: components["schemas"]["ComparisonAnswer"];
            /** @description Of the medians */
            firstResponse: components["schemas"]["ComparisonAnswer"];
            firstResponseOnTime: components["schemas"]["ComparisonAnswer"];
            fcr: components["schemas"]["ComparisonAnswer"];
            reopen: components["schemas"]["ComparisonAnswer"];
        };
        AgentRow: {
            /** Format: uuid */
            id: string;
            /** @example 林若溪 */
            name: string | null;
            /** @description False: their access has ended */
            active: boolean;
            /**
             * @description Tickets of which a stay with them ended in the range
             * @example 154
             */
            handled: number;
            /**
             * @description Those stays
             * @example 163
             */
            visits: number;
            throughput: components["schemas"]["ThroughputAnswer"];
            /** @description First public replies that they gave in the range */
            firstResponse: components["schemas"]["DurationAnswer"];
            /** @description Of those replies, the ones within the target */
            firstResponseOnTime: components["schemas"]["RateAnswer"];
            handling: components["schemas"]["HandlingAnswer"];
            /** @description First contact resolution (gross) of the tickets handled; a ticket counts for everybody who held it */
            fcr: components["schemas"]["RateAnswer"];
            /** @description Of the tickets handled, those reopened within their window */
            reopen: components["schemas"]["RateAnswer"];
            /**
             * @description Of the tickets handled, however often each
             * @example 5
             */
            reopenings: number;
            /**
             * @description Escalations that they raised in the range
             * @example 3
             */
            escalations: number;
            /** @description With `compare=previous`: the same of the period before; null where they did nothing in it */
            previous: components["schemas"]["AgentFigures"] | null;
            /** @description With `compare=previous`, else null */
            comparisons: components["schemas"]["AgentComparisons"] | null;
        };
        MissingFigure: {
            /** @enum {string} */
            figure: "online" | "csat" | "qa";
            /** @example Who was online when is not recorded. */
            reason: string;
        };
        AgentsAnswer: {
            /**
             * @description Version of the definitions
             * @example 1.2
             */
            definition: string;
            /**
             * Format: date-time
             * @example 2026-10-23T00:00:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @description Outside the range
             * @example 2026-11-22T00:00:00.000Z
             */
            to: string;
            /** @example Asia/Shanghai */
            tz: string;
            /**
             * Format: date-time
             * @description The instant at which the figures hold
             */
            asOf: string;
            filter: components["schemas"]["FilterAnswer"];
            /** @description Those with most tickets first */
            agents: components["schemas"]["AgentRow"][];
            missing: components["schemas"]["MissingFigure"][];
        };
        AgentTicket: {
            /** @example 1042 */
            ticketId: string;
            /** @example The parcel never came */
            subject: string;
            /** @example parcel-late */
            sop: string;
            /** @example 3 */
            version: number;
            /**
             * @description Now
             * @enum {string}
             */
            status: "open" | "resolved" | "cancelled" | "merged";
            /** @example logistics */
            team: string;
            /**
             * @description In the language of the caller
             * @example Parcel late
             */
            sopTitle: string;
            /** Format: date-time */
            createdAt: string;
            /** @description A stay with the person ended in the range */
            handled: boolean;
            /** @example 2 */
            visits: number;
            /** @example 835.567 */
            touchSeconds: number;
            /**
             * @description Null unless they gave the first reply in the range
             * @example 180.2
             */
            replySeconds: number | null;
            /** @description That reply came within the target; null unless they gave it in the range */
            onTime: boolean | null;
            /** @description Null where it does not count for FCR */
            firstContact: boolean | null;
            /** @description Null where it does not count for the reopen rate */
            reopened: boolean | null;
            /** @example 0 */
            escalations: number;
            /**
             * @description Where the part counts what happened: how often it happened to this ticket
             * @example 2
             */
            times?: number;
        };
        AgentTicketPage: {
            nextCursor: string | null;
            /**
             * @description What the figure counts, on all pages
             * @example 31
             */
            total: number;
            /**
             * @description Of `total`: tickets that the caller may not see. They count and are not listed
             * @example 0
             */
            hidden: number;
            items: components["schemas"]["AgentTicket"][];
            /**
             * @description Sum of `times` on all pages
             * @example 163
             */
            sum: number | null;
        };
        AuditActorDto: {
            /** @enum {string} */
            kind: "agent" | "anonymous" | "system" | "database";
            id: string | null;
            /** @description As it is now */
            name: string | null;
        };
        AuditAboutDto: {
            /** @example person */
            kind: string;
            id: string;
        };
        AuditRowDto: {
            /** @example 1024 */
            seq: string;
            /** Format: date-time */
            at: string;
            actor: components["schemas"]["AuditActorDto"];
            /** @enum {string} */
            act: "session.began" | "session.proved" | "session.renewed" | "session.ended" | "installation.set-up" | "password.changed" | "person.created" | "person.changed" | "team.created" | "team.changed" | "skill.titled" | "sop.draft-saved" | "sop.draft-discarded" | "sop.published" | "connection.tested" | "figures.exported" | "connection.changed" | "access.refused" | "demo.made" | "backup.written" | "backup.restored" | "customer.read" | "customer.exported" | "ticket.acted" | "audit.read" | "seals.anchored" | "personal.erased";
            /** @description The act in the language of the caller */
            title: string;
            /** @enum {string} */
            outcome: "done" | "refused";
            about: components["schemas"]["AuditAboutDto"] | null;
            /** @description Tickets whose data it was about */
            tickets: string[];
            requestId: string | null;
            data: {
                [key: string]: unknown;
            };
            /** @description Address, reason, e-mail; null when there is none, or it was erased */
            personal: {
                [key: string]: string;
            } | null;
        };
        AuditPageDto: {
            items: components["schemas"]["AuditRowDto"][];
            nextCursor: string | null;
        };
        AuditActDto: {
            /** @enum {string} */
            act: "session.began" | "session.proved" | "session.renewed" | "session.ended" | "installation.set-up" | "password.changed" | "person.created" | "person.changed" | "team.created" | "team.changed" | "skill.titled" | "sop.draft-saved" | "sop.draft-discarded" | "sop.published" | "connection.tested" | "figures.exported" | "connection.changed" | "access.refused" | "demo.made" | "backup.written" | "backup.restored" | "customer.read" | "customer.exported" | "ticket.acted" | "audit.read" | "seals.anchored" | "personal.erased";
            /** @description In the language of the caller */
            title: string;
        };
        AuditActListDto: {
            items: components["schemas"]["AuditActDto"][];
        };
        AuditHeadDto: {
            /** @description `SEQ:HASH` of the newest row; kept elsewhere, it shows later that nothing was rewritten */
            head: string;
        };
        DemoPersonAnswer: {
            /** @example agent@demo */
            email: string;
            /**
             * @example [
             *       "agent"
             *     ]
             */
            roles: ("agent" | "lead" | "designer" | "manager" | "admin")[];
        };
        DemoAnswer: {
            /**
             * @description Of every demo person
             * @example stepwise
             */
            password: string;
            /** @description One for each kind of day */
            people: components["schemas"]["DemoPersonAnswer"][];
        };
        AboutAnswer: {
            /** @description Null when the demo is off */
            demo: components["schemas"]["DemoAnswer"] | null;
            /**
             * @description Nobody can sign in yet: the link that the server prints when it starts creates the administrator
             * @example false
             */
            setupNeeded: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    AuthController_login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInDto"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many failed tries; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AuthController_renew: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInDto"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AuthController_prove: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProveDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProvedDto"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many failed tries; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AuthController_logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AuthController_setup: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 24 h: the same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetupDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInDto"];
                };
            };
            /** @description It clashes with what is there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MeController_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDto"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MeController_change: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 24 h: the same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileChangeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDto"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It clashes with what is there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OwnPasswordController_change: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnPasswordDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInDto"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many failed tries; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OwnSessionsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionListDto"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OwnSessionsController_endAll: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OwnSessionsController_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    UserSessionsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionListDto"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    UserSessionsController_endAll: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    UserSessionsController_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    UsersController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                team?: string;
                role?: "agent" | "lead" | "designer" | "manager" | "admin";
                /** @description Part of the name or the e-mail */
                q?: string;
                active?: boolean;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPageDto"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    UsersController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 24 h: the same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUserDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDto"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It clashes with what is there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    UsersController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDto"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    UsersController_change: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 24 h: the same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserChangeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDto"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It clashes with what is there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    UsersController_setPassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 24 h: the same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SkillsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SkillListDto"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SkillsController_setTitle: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 24 h: the same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                skill: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SkillTitleDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SkillDto"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TeamsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamListDto"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TeamsController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 24 h: the same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTeamDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamWithMembersDto"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It clashes with what is there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TeamsController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamWithMembersDto"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TeamsController_change: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 24 h: the same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamChangeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamWithMembersDto"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It clashes with what is there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SopSamplesController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SopSamples"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SopsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SopPage"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is under way; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SopsController_versions: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SopVersionPage"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SopsController_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                n: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SopDefinition"];
                    "application/yaml": components["schemas"]["SopDefinition"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is under way; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SopsController_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The SOP as YAML, as JSON, or as JSON {"source": "…", "format": "yaml" | "json"} */
        requestBody: {
            content: {
                "application/yaml": string | {
                    [key: string]: unknown;
                };
                "application/json": string | {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SopCheck"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is under way; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SopDraftsController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SopDraftText"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SopsController_saveDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 24 h: the same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
                /** @description `*`: only when there is no draft yet */
                "If-None-Match"?: string;
                /** @description The revision of the draft that you changed: "3" */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description The SOP as YAML, as JSON, or as JSON {"source": "…", "format": "yaml" | "json"} */
        requestBody: {
            content: {
                "application/yaml": string | {
                    [key: string]: unknown;
                };
                "application/json": string | {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SopDraft"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since you saw it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is under way; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SopDraftsController_discard: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 24 h: the same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
                /** @description The revision that you saw: "3" */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since you saw it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SopsController_publish: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 24 h: the same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
                /** @description The revision of the draft that you saw: "3" */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SopPublished"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It clashes with what is there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since you saw it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is under way; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SopDraftsController_listInFlight: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InFlight"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SopDiffController_diff: {
        parameters: {
            query?: {
                /** @description A version, `newest` or `draft` */
                from?: string;
                to?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SopDiff"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is under way; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SopSchemaController_schema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    TicketsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before, in the same order */
                cursor?: string;
                /** @description created: newest first; updated: last changed first; due: due first, without a due time last */
                sort?: "created" | "updated" | "due";
                /** @description Whose turn it is; open tickets only */
                waitsFor?: "person" | "customer" | "others";
                /** @description An active step or phase */
                state?: string;
                status?: "open" | "resolved" | "cancelled" | "merged";
                sop?: string;
                step?: string;
                team?: string;
                /** @description A user's id, `me` or `none` */
                assignee?: string;
                /** @description A customer's id */
                customer?: string;
                /** @description At most 12 words, each of which is in the ticket's subject, data, customer's name or id, or in a message: whole words of letters, Han from two characters on, any four digits in a row of a number. In the subject and the customer's name the beginning of a word is enough. `#1560` is the ticket of that number; `1560` puts it first. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "1024",
                     *           "number": 1024,
                     *           "sop": "refund-only",
                     *           "sopTitle": "Refund only",
                     *           "sopVersion": 3,
                     *           "subject": "The mug arrived broken",
                     *           "state": {
                     *             "checking": "assess"
                     *           },
                     *           "steps": [
                     *             "checking.assess"
                     *           ],
                     *           "stepTitles": [
                     *             "Assess the request"
                     *           ],
                     *           "status": "open",
                     *           "waitsFor": "person",
                     *           "outcome": null,
                     *           "outcomeTitle": null,
                     *           "priority": "normal",
                     *           "team": "after-sales",
                     *           "tier": 1,
                     *           "skills": [
                     *             "refunds"
                     *           ],
                     *           "tags": [],
                     *           "assignee": null,
                     *           "assigneeName": null,
                     *           "dueAt": "2026-11-22T10:30:00.000Z",
                     *           "version": 4,
                     *           "customer": {
                     *             "id": "C-20871",
                     *             "name": "王小雨",
                     *             "tier": "gold"
                     *           },
                     *           "channel": "web",
                     *           "lang": "zh-CN",
                     *           "data": {
                     *             "orderId": "ORD-100234",
                     *             "reason": "damaged"
                     *           },
                     *           "createdAt": "2026-11-22T08:30:00.000Z",
                     *           "updatedAt": "2026-11-22T08:31:00.000Z",
                     *           "firstResponseDueAt": "2026-11-22T08:45:00.000Z",
                     *           "firstRespondedAt": null,
                     *           "resolveDueAt": "2026-11-24T08:30:00.000Z",
                     *           "paused": false,
                     *           "stepDueAt": "2026-11-22T10:30:00.000Z",
                     *           "resolvedAt": null,
                     *           "reopenings": 0,
                     *           "escalations": 0,
                     *           "transfers": 0,
                     *           "mergedInto": null,
                     *           "brakedAt": null
                     *         }
                     *       ],
                     *       "nextCursor": "1023"
                     *     }
                     */
                    "application/json": components["schemas"]["TicketList"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TicketsController_open: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 24 h: the same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenTicketDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "1024",
                     *       "number": 1024,
                     *       "sop": "refund-only",
                     *       "sopTitle": "Refund only",
                     *       "sopVersion": 3,
                     *       "subject": "The mug arrived broken",
                     *       "state": {
                     *         "checking": "assess"
                     *       },
                     *       "steps": [
                     *         "checking.assess"
                     *       ],
                     *       "stepTitles": [
                     *         "Assess the request"
                     *       ],
                     *       "status": "open",
                     *       "waitsFor": "person",
                     *       "outcome": null,
                     *       "outcomeTitle": null,
                     *       "priority": "normal",
                     *       "team": "after-sales",
                     *       "tier": 1,
                     *       "skills": [
                     *         "refunds"
                     *       ],
                     *       "tags": [],
                     *       "assignee": null,
                     *       "assigneeName": null,
                     *       "dueAt": "2026-11-22T10:30:00.000Z",
                     *       "version": 4,
                     *       "customer": {
                     *         "id": "C-20871",
                     *         "name": "王小雨",
                     *         "tier": "gold"
                     *       },
                     *       "channel": "web",
                     *       "lang": "zh-CN",
                     *       "data": {
                     *         "orderId": "ORD-100234",
                     *         "reason": "damaged"
                     *       },
                     *       "createdAt": "2026-11-22T08:30:00.000Z",
                     *       "updatedAt": "2026-11-22T08:31:00.000Z",
                     *       "firstResponseDueAt": "2026-11-22T08:45:00.000Z",
                     *       "firstRespondedAt": null,
                     *       "resolveDueAt": "2026-11-24T08:30:00.000Z",
                     *       "paused": false,
                     *       "stepDueAt": "2026-11-22T10:30:00.000Z",
                     *       "resolvedAt": null,
                     *       "reopenings": 0,
                     *       "escalations": 0,
                     *       "transfers": 0,
                     *       "mergedInto": null,
                     *       "brakedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            /** @description A header says nothing that is understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Your role may not do this.
             *
             *     Your role may not do this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TicketsController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "1024",
                     *       "number": 1024,
                     *       "sop": "refund-only",
                     *       "sopTitle": "Refund only",
                     *       "sopVersion": 3,
                     *       "subject": "The mug arrived broken",
                     *       "state": {
                     *         "checking": "assess"
                     *       },
                     *       "steps": [
                     *         "checking.assess"
                     *       ],
                     *       "stepTitles": [
                     *         "Assess the request"
                     *       ],
                     *       "status": "open",
                     *       "waitsFor": "person",
                     *       "outcome": null,
                     *       "outcomeTitle": null,
                     *       "priority": "normal",
                     *       "team": "after-sales",
                     *       "tier": 1,
                     *       "skills": [
                     *         "refunds"
                     *       ],
                     *       "tags": [],
                     *       "assignee": null,
                     *       "assigneeName": null,
                     *       "dueAt": "2026-11-22T10:30:00.000Z",
                     *       "version": 4,
                     *       "customer": {
                     *         "id": "C-20871",
                     *         "name": "王小雨",
                     *         "tier": "gold"
                     *       },
                     *       "channel": "web",
                     *       "lang": "zh-CN",
                     *       "data": {
                     *         "orderId": "ORD-100234",
                     *         "reason": "damaged"
                     *       },
                     *       "createdAt": "2026-11-22T08:30:00.000Z",
                     *       "updatedAt": "2026-11-22T08:31:00.000Z",
                     *       "firstResponseDueAt": "2026-11-22T08:45:00.000Z",
                     *       "firstRespondedAt": null,
                     *       "resolveDueAt": "2026-11-24T08:30:00.000Z",
                     *       "paused": false,
                     *       "stepDueAt": "2026-11-22T10:30:00.000Z",
                     *       "resolvedAt": null,
                     *       "reopenings": 0,
                     *       "escalations": 0,
                     *       "transfers": 0,
                     *       "mergedInto": null,
                     *       "brakedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TicketsController_guide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ticketId": "1024",
                     *       "version": 4,
                     *       "steps": [
                     *         {
                     *           "step": "checking.assess",
                     *           "kind": "human",
                     *           "title": "Assess the request",
                     *           "instructions": "Compare the photos with the order.",
                     *           "checklist": [
                     *             {
                     *               "id": "photos",
                     *               "text": "The photos show the damage"
                     *             }
                     *           ],
                     *           "form": null,
                     *           "replies": [
                     *             {
                     *               "id": "ask-photos",
                     *               "title": "Ask for photos",
                     *               "text": "您好，麻烦补充几张照片。",
                     *               "lang": "zh-CN"
                     *             }
                     *           ],
                     *           "actions": [
                     *             {
                     *               "event": "ASK_CUSTOMER",
                     *               "step": "checking.assess",
                     *               "title": "Ask for evidence",
                     *               "tone": "neutral",
                     *               "enabled": true,
                     *               "to": [
                     *                 {
                     *                   "step": "checking.waiting-for-evidence",
                     *                   "title": "Waiting for the customer",
                     *                   "kind": "waits-for-customer"
                     *                 }
                     *               ],
                     *               "ends": false
                     *             }
                     *           ],
                     *           "team": "after-sales",
                     *           "tier": 1,
                     *           "skills": [
                     *             "refunds"
                     *           ],
                     *           "holder": null,
                     *           "holderName": null,
                     *           "enteredAt": "2026-11-22T08:31:00.000Z",
                     *           "dueAt": "2026-11-22T10:30:00.000Z",
                     *           "slaDueAt": "2026-11-22T10:30:00.000Z",
                     *           "slaBreached": false,
                     *           "cameFrom": null,
                     *           "mayAct": true,
                     *           "mayTake": true,
                     *           "takesOver": false,
                     *           "whyNot": null
                     *         }
                     *       ],
                     *       "actions": [
                     *         {
                     *           "event": "ASK_CUSTOMER",
                     *           "step": "checking.assess",
                     *           "title": "Ask for evidence",
                     *           "tone": "neutral",
                     *           "enabled": true,
                     *           "to": [
                     *             {
                     *               "step": "checking.waiting-for-evidence",
                     *               "title": "Waiting for the customer",
                     *               "kind": "waits-for-customer"
                     *             }
                     *           ],
                     *           "ends": false
                     *         }
                     *       ],
                     *       "acts": [
                     *         "message",
                     *         "transfer",
                     *         "release"
                     *       ],
                     *       "mayNotWrite": null,
                     *       "mayNotUndo": null,
                     *       "facts": [
                     *         {
                     *           "name": "reason",
                     *           "title": "Reason",
                     *           "value": "damaged",
                     *           "valueTitle": "Arrived damaged",
                     *           "type": "string"
                     *         }
                     *       ],
                     *       "limits": [
                     *         {
                     *           "id": "orderRefunds",
                     *           "title": "Refunded on this order",
                     *           "key": "ORD-100234",
                     *           "used": 500,
                     *           "most": 943,
                     *           "left": 443
                     *         }
                     *       ],
                     *       "clocks": {
                     *         "now": "2026-11-22T08:35:00.000Z",
                     *         "dueAt": "2026-11-22T10:30:00.000Z",
                     *         "firstResponseDueAt": "2026-11-22T08:45:00.000Z",
                     *         "resolveDueAt": "2026-11-24T08:30:00.000Z",
                     *         "paused": false
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Guide"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TicketsController_advance: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that the caller saw, in quotes */
                "If-Match"?: string;
                /** @description Kept for 24 h: the same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ticket": {
                     *         "id": "1024",
                     *         "number": 1024,
                     *         "sop": "refund-only",
                     *         "sopTitle": "Refund only",
                     *         "sopVersion": 3,
                     *         "subject": "The mug arrived broken",
                     *         "state": {
                     *           "checking": "assess"
                     *         },
                     *         "steps": [
                     *           "checking.assess"
                     *         ],
                     *         "stepTitles": [
                     *           "Assess the request"
                     *         ],
                     *         "status": "open",
                     *         "waitsFor": "person",
                     *         "outcome": null,
                     *         "outcomeTitle": null,
                     *         "priority": "normal",
                     *         "team": "after-sales",
                     *         "tier": 1,
                     *         "skills": [
                     *           "refunds"
                     *         ],
                     *         "tags": [],
                     *         "assignee": null,
                     *         "assigneeName": null,
                     *         "dueAt": "2026-11-22T10:30:00.000Z",
                     *         "version": 4,
                     *         "customer": {
                     *           "id": "C-20871",
                     *           "name": "王小雨",
                     *           "tier": "gold"
                     *         },
                     *         "channel": "web",
                     *         "lang": "zh-CN",
                     *         "data": {
                     *           "orderId": "ORD-100234",
                     *           "reason": "damaged"
                     *         },
                     *         "createdAt": "2026-11-22T08:30:00.000Z",
                     *         "updatedAt": "2026-11-22T08:31:00.000Z",
                     *         "firstResponseDueAt": "2026-11-22T08:45:00.000Z",
                     *         "firstRespondedAt": null,
                     *         "resolveDueAt": "2026-11-24T08:30:00.000Z",
                     *         "paused": false,
                     *         "stepDueAt": "2026-11-22T10:30:00.000Z",
                     *         "resolvedAt": null,
                     *         "reopenings": 0,
                     *         "escalations": 0,
                     *         "transfers": 0,
                     *         "mergedInto": null,
                     *         "brakedAt": null
                     *       },
                     *       "guide": {
                     *         "ticketId": "1024",
                     *         "version": 4,
                     *         "steps": [
                     *           {
                     *             "step": "checking.assess",
                     *             "kind": "human",
                     *             "title": "Assess the request",
                     *             "instructions": "Compare the photos with the order.",
                     *             "checklist": [
                     *               {
                     *                 "id": "photos",
                     *                 "text": "The photos show the damage"
                     *               }
                     *             ],
                     *             "form": null,
                     *             "replies": [
                     *               {
                     *                 "id": "ask-photos",
                     *                 "title": "Ask for photos",
                     *                 "text": "您好，麻烦补充几张照片。",
                     *                 "lang": "zh-CN"
                     *               }
                     *             ],
                     *             "actions": [
                     *               {
                     *                 "event": "ASK_CUSTOMER",
                     *                 "step": "checking.assess",
                     *                 "title": "Ask for evidence",
                     *                 "tone": "neutral",
                     *                 "enabled": true,
                     *                 "to": [
                     *                   {
                     *                     "step": "checking.waiting-for-evidence",
                     *                     "title": "Waiting for the customer",
                     *                     "kind": "waits-for-customer"
                     *                   }
                     *                 ],
                     *                 "ends": false
                     *               }
                     *             ],
                     *             "team": "after-sales",
                     *             "tier": 1,
                     *             "skills": [
                     *               "refunds"
                     *             ],
                     *             "holder": null,
                     *             "holderName": null,
                     *             "enteredAt": "2026-11-22T08:31:00.000Z",
                     *             "dueAt": "2026-11-22T10:30:00.000Z",
                     *             "slaDueAt": "2026-11-22T10:30:00.000Z",
                     *             "slaBreached": false,
                     *             "cameFrom": null,
                     *             "mayAct": true,
                     *             "mayTake": true,
                     *             "takesOver": false,
                     *             "whyNot": null
                     *           }
                     *         ],
                     *         "actions": [
                     *           {
                     *             "event": "ASK_CUSTOMER",
                     *             "step": "checking.assess",
                     *             "title": "Ask for evidence",
                     *             "tone": "neutral",
                     *             "enabled": true,
                     *             "to": [
                     *               {
                     *                 "step": "checking.waiting-for-evidence",
                     *                 "title": "Waiting for the customer",
                     *                 "kind": "waits-for-customer"
                     *               }
                     *             ],
                     *             "ends": false
                     *           }
                     *         ],
                     *         "acts": [
                     *           "message",
                     *           "transfer",
                     *           "release"
                     *         ],
                     *         "mayNotWrite": null,
                     *         "mayNotUndo": null,
                     *         "facts": [
                     *           {
                     *             "name": "reason",
                     *             "title": "Reason",
                     *             "value": "damaged",
                     *             "valueTitle": "Arrived damaged",
                     *             "type": "string"
                     *           }
                     *         ],
                     *         "limits": [
                     *           {
                     *             "id": "orderRefunds",
                     *             "title": "Refunded on this order",
                     *             "key": "ORD-100234",
                     *             "used": 500,
                     *             "most": 943,
                     *             "left": 443
                     *           }
                     *         ],
                     *         "clocks": {
                     *           "now": "2026-11-22T08:35:00.000Z",
                     *           "dueAt": "2026-11-22T10:30:00.000Z",
                     *           "firstResponseDueAt": "2026-11-22T08:45:00.000Z",
                     *           "resolveDueAt": "2026-11-24T08:30:00.000Z",
                     *           "paused": false
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["TicketAndGuide"];
                };
            };
            /** @description A header says nothing that is understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Your role may not do this.
             *
             *     Your role may not do this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It clashes with what is there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since you saw it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TicketsController_history: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TicketsController_visits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitPage"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TicketActsController_escalate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 24 h: the same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
                /** @description The version that the caller saw, in quotes */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EscalateDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ticket": {
                     *         "id": "1024",
                     *         "number": 1024,
                     *         "sop": "refund-only",
                     *         "sopTitle": "Refund only",
                     *         "sopVersion": 3,
                     *         "subject": "The mug arrived broken",
                     *         "state": {
                     *           "checking": "assess"
                     *         },
                     *         "steps": [
                     *           "checking.assess"
                     *         ],
                     *         "stepTitles": [
                     *           "Assess the request"
                     *         ],
                     *         "status": "open",
                     *         "waitsFor": "person",
                     *         "outcome": null,
                     *         "outcomeTitle": null,
                     *         "priority": "normal",
                     *         "team": "after-sales",
                     *         "tier": 1,
                     *         "skills": [
                     *           "refunds"
                     *         ],
                     *         "tags": [],
                     *         "assignee": null,
                     *         "assigneeName": null,
                     *         "dueAt": "2026-11-22T10:30:00.000Z",
                     *         "version": 4,
                     *         "customer": {
                     *           "id": "C-20871",
                     *           "name": "王小雨",
                     *           "tier": "gold"
                     *         },
                     *         "channel": "web",
                     *         "lang": "zh-CN",
                     *         "data": {
                     *           "orderId": "ORD-100234",
                     *           "reason": "damaged"
                     *         },
                     *         "createdAt": "2026-11-22T08:30:00.000Z",
                     *         "updatedAt": "2026-11-22T08:31:00.000Z",
                     *         "firstResponseDueAt": "2026-11-22T08:45:00.000Z",
                     *         "firstRespondedAt": null,
                     *         "resolveDueAt": "2026-11-24T08:30:00.000Z",
                     *         "paused": false,
                     *         "stepDueAt": "2026-11-22T10:30:00.000Z",
                     *         "resolvedAt": null,
                     *         "reopenings": 0,
                     *         "escalations": 0,
                     *         "transfers": 0,
                     *         "mergedInto": null,
                     *         "brakedAt": null
                     *       },
                     *       "guide": {
                     *         "ticketId": "1024",
                     *         "version": 4,
                     *         "steps": [
                     *           {
                     *             "step": "checking.assess",
                     *             "kind": "human",
                     *             "title": "Assess the request",
                     *             "instructions": "Compare the photos with the order.",
                     *             "checklist": [
                     *               {
                     *                 "id": "photos",
                     *                 "text": "The photos show the damage"
                     *               }
                     *             ],
                     *             "form": null,
                     *             "replies": [
                     *               {
                     *                 "id": "ask-photos",
                     *                 "title": "Ask for photos",
                     *                 "text": "您好，麻烦补充几张照片。",
                     *                 "lang": "zh-CN"
                     *               }
                     *             ],
                     *             "actions": [
                     *               {
                     *                 "event": "ASK_CUSTOMER",
                     *                 "step": "checking.assess",
                     *                 "title": "Ask for evidence",
                     *                 "tone": "neutral",
                     *                 "enabled": true,
                     *                 "to": [
                     *                   {
                     *                     "step": "checking.waiting-for-evidence",
                     *                     "title": "Waiting for the customer",
                     *                     "kind": "waits-for-customer"
                     *                   }
                     *                 ],
                     *                 "ends": false
                     *               }
                     *             ],
                     *             "team": "after-sales",
                     *             "tier": 1,
                     *             "skills": [
                     *               "refunds"
                     *             ],
                     *             "holder": null,
                     *             "holderName": null,
                     *             "enteredAt": "2026-11-22T08:31:00.000Z",
                     *             "dueAt": "2026-11-22T10:30:00.000Z",
                     *             "slaDueAt": "2026-11-22T10:30:00.000Z",
                     *             "slaBreached": false,
                     *             "cameFrom": null,
                     *             "mayAct": true,
                     *             "mayTake": true,
                     *             "takesOver": false,
                     *             "whyNot": null
                     *           }
                     *         ],
                     *         "actions": [
                     *           {
                     *             "event": "ASK_CUSTOMER",
                     *             "step": "checking.assess",
                     *             "title": "Ask for evidence",
                     *             "tone": "neutral",
                     *             "enabled": true,
                     *             "to": [
                     *               {
                     *                 "step": "checking.waiting-for-evidence",
                     *                 "title": "Waiting for the customer",
                     *                 "kind": "waits-for-customer"
                     *               }
                     *             ],
                     *             "ends": false
                     *           }
                     *         ],
                     *         "acts": [
                     *           "message",
                     *           "transfer",
                     *           "release"
                     *         ],
                     *         "mayNotWrite": null,
                     *         "mayNotUndo": null,
                     *         "facts": [
                     *           {
                     *             "name": "reason",
                     *             "title": "Reason",
                     *             "value": "damaged",
                     *             "valueTitle": "Arrived damaged",
                     *             "type": "string"
                     *           }
                     *         ],
                     *         "limits": [
                     *           {
                     *             "id": "orderRefunds",
                     *             "title": "Refunded on this order",
                     *             "key": "ORD-100234",
                     *             "used": 500,
                     *             "most": 943,
                     *             "left": 443
                     *           }
                     *         ],
                     *         "clocks": {
                     *           "now": "2026-11-22T08:35:00.000Z",
                     *           "dueAt": "2026-11-22T10:30:00.000Z",
                     *           "firstResponseDueAt": "2026-11-22T08:45:00.000Z",
                     *           "resolveDueAt": "2026-11-24T08:30:00.000Z",
                     *           "paused": false
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["TicketAndGuide"];
                };
            };
            /** @description A header says nothing that is understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Your role may not do this.
             *
             *     Your role may not do this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It clashes with what is there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since you saw it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TicketActsController_handBack: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 24 h: the same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
                /** @description The version that the caller saw, in quotes */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepReasonDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ticket": {
                     *         "id": "1024",
                     *         "number": 1024,
                     *         "sop": "refund-only",
                     *         "sopTitle": "Refund only",
                     *         "sopVersion": 3,
                     *         "subject": "The mug arrived broken",
                     *         "state": {
                     *           "checking": "assess"
                     *         },
                     *         "steps": [
                     *           "checking.assess"
                     *         ],
                     *         "stepTitles": [
                     *           "Assess the request"
                     *         ],
                     *         "status": "open",
                     *         "waitsFor": "person",
                     *         "outcome": null,
                     *         "outcomeTitle": null,
                     *         "priority": "normal",
                     *         "team": "after-sales",
                     *         "tier": 1,
                     *         "skills": [
                     *           "refunds"
                     *         ],
                     *         "tags": [],
                     *         "assignee": null,
                     *         "assigneeName": null,
                     *         "dueAt": "2026-11-22T10:30:00.000Z",
                     *         "version": 4,
                     *         "customer": {
                     *           "id": "C-20871",
                     *           "name": "王小雨",
                     *           "tier": "gold"
                     *         },
                     *         "channel": "web",
                     *         "lang": "zh-CN",
                     *         "data": {
                     *           "orderId": "ORD-100234",
                     *           "reason": "damaged"
                     *         },
                     *         "createdAt": "2026-11-22T08:30:00.000Z",
                     *         "updatedAt": "2026-11-22T08:31:00.000Z",
                     *         "firstResponseDueAt": "2026-11-22T08:45:00.000Z",
                     *         "firstRespondedAt": null,
                     *         "resolveDueAt": "2026-11-24T08:30:00.000Z",
                     *         "paused": false,
                     *         "stepDueAt": "2026-11-22T10:30:00.000Z",
                     *         "resolvedAt": null,
                     *         "reopenings": 0,
                     *         "escalations": 0,
                     *         "transfers": 0,
                     *         "mergedInto": null,
                     *         "brakedAt": null
                     *       },
                     *       "guide": {
                     *         "ticketId": "1024",
                     *         "version": 4,
                     *         "steps": [
                     *           {
                     *             "step": "checking.assess",
                     *             "kind": "human",
                     *             "title": "Assess the request",
                     *             "instructions": "Compare the photos with the order.",
                     *             "checklist": [
                     *               {
                     *                 "id": "photos",
                     *                 "text": "The photos show the damage"
                     *               }
                     *             ],
                     *             "form": null,
                     *             "replies": [
                     *               {
                     *                 "id": "ask-photos",
                     *                 "title": "Ask for photos",
                     *                 "text": "您好，麻烦补充几张照片。",
                     *                 "lang": "zh-CN"
                     *               }
                     *             ],
                     *             "actions": [
                     *               {
                     *                 "event": "ASK_CUSTOMER",
                     *                 "step": "checking.assess",
                     *                 "title": "Ask for evidence",
                     *                 "tone": "neutral",
                     *                 "enabled": true,
                     *                 "to": [
                     *                   {
                     *                     "step": "checking.waiting-for-evidence",
                     *                     "title": "Waiting for the customer",
                     *                     "kind": "waits-for-customer"
                     *                   }
                     *                 ],
                     *                 "ends": false
                     *               }
                     *             ],
                     *             "team": "after-sales",
                     *             "tier": 1,
                     *             "skills": [
                     *               "refunds"
                     *             ],
                     *             "holder": null,
                     *             "holderName": null,
                     *             "enteredAt": "2026-11-22T08:31:00.000Z",
                     *             "dueAt": "2026-11-22T10:30:00.000Z",
                     *             "slaDueAt": "2026-11-22T10:30:00.000Z",
                     *             "slaBreached": false,
                     *             "cameFrom": null,
                     *             "mayAct": true,
                     *             "mayTake": true,
                     *             "takesOver": false,
                     *             "whyNot": null
                     *           }
                     *         ],
                     *         "actions": [
                     *           {
                     *             "event": "ASK_CUSTOMER",
                     *             "step": "checking.assess",
                     *             "title": "Ask for evidence",
                     *             "tone": "neutral",
                     *             "enabled": true,
                     *             "to": [
                     *               {
                     *                 "step": "checking.waiting-for-evidence",
                     *                 "title": "Waiting for the customer",
                     *                 "kind": "waits-for-customer"
                     *               }
                     *             ],
                     *             "ends": false
                     *           }
                     *         ],
                     *         "acts": [
                     *           "message",
                     *           "transfer",
                     *           "release"
                     *         ],
                     *         "mayNotWrite": null,
                     *         "mayNotUndo": null,
                     *         "facts": [
                     *           {
                     *             "name": "reason",
                     *             "title": "Reason",
                     *             "value": "damaged",
                     *             "valueTitle": "Arrived damaged",
                     *             "type": "string"
                     *           }
                     *         ],
                     *         "limits": [
                     *           {
                     *             "id": "orderRefunds",
                     *             "title": "Refunded on this order",
                     *             "key": "ORD-100234",
                     *             "used": 500,
                     *             "most": 943,
                     *             "left": 443
                     *           }
                     *         ],
                     *         "clocks": {
                     *           "now": "2026-11-22T08:35:00.000Z",
                     *           "dueAt": "2026-11-22T10:30:00.000Z",
                     *           "firstResponseDueAt": "2026-11-22T08:45:00.000Z",
                     *           "resolveDueAt": "2026-11-24T08:30:00.000Z",
                     *           "paused": false
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["TicketAndGuide"];
                };
            };
            /** @description A header says nothing that is understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Your role may not do this.
             *
             *     Your role may not do this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It clashes with what is there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since you saw it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TicketActsController_transfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 24 h: the same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
                /** @description The version that the caller saw, in quotes */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ticket": {
                     *         "id": "1024",
                     *         "number": 1024,
                     *         "sop": "refund-only",
                     *         "sopTitle": "Refund only",
                     *         "sopVersion": 3,
                     *         "subject": "The mug arrived broken",
                     *         "state": {
                     *           "checking": "assess"
                     *         },
                     *         "steps": [
                     *           "checking.assess"
                     *         ],
                     *         "stepTitles": [
                     *           "Assess the request"
                     *         ],
                     *         "status": "open",
                     *         "waitsFor": "person",
                     *         "outcome": null,
                     *         "outcomeTitle": null,
                     *         "priority": "normal",
                     *         "team": "after-sales",
                     *         "tier": 1,
                     *         "skills": [
                     *           "refunds"
                     *         ],
                     *         "tags": [],
                     *         "assignee": null,
                     *         "assigneeName": null,
                     *         "dueAt": "2026-11-22T10:30:00.000Z",
                     *         "version": 4,
                     *         "customer": {
                     *           "id": "C-20871",
                     *           "name": "王小雨",
                     *           "tier": "gold"
                     *         },
                     *         "channel": "web",
                     *         "lang": "zh-CN",
                     *         "data": {
                     *           "orderId": "ORD-100234",
                     *           "reason": "damaged"
                     *         },
                     *         "createdAt": "2026-11-22T08:30:00.000Z",
                     *         "updatedAt": "2026-11-22T08:31:00.000Z",
                     *         "firstResponseDueAt": "2026-11-22T08:45:00.000Z",
                     *         "firstRespondedAt": null,
                     *         "resolveDueAt": "2026-11-24T08:30:00.000Z",
                     *         "paused": false,
                     *         "stepDueAt": "2026-11-22T10:30:00.000Z",
                     *         "resolvedAt": null,
                     *         "reopenings": 0,
                     *         "escalations": 0,
                     *         "transfers": 0,
                     *         "mergedInto": null,
                     *         "brakedAt": null
                     *       },
                     *       "guide": {
                     *         "ticketId": "1024",
                     *         "version": 4,
                     *         "steps": [
                     *           {
                     *             "step": "checking.assess",
                     *             "kind": "human",
                     *             "title": "Assess the request",
                     *             "instructions": "Compare the photos with the order.",
                     *             "checklist": [
                     *               {
                     *                 "id": "photos",
                     *                 "text": "The photos show the damage"
                     *               }
                     *             ],
                     *             "form": null,
                     *             "replies": [
                     *               {
                     *                 "id": "ask-photos",
                     *                 "title": "Ask for photos",
                     *                 "text": "您好，麻烦补充几张照片。",
                     *                 "lang": "zh-CN"
                     *               }
                     *             ],
                     *             "actions": [
                     *               {
                     *                 "event": "ASK_CUSTOMER",
                     *                 "step": "checking.assess",
                     *                 "title": "Ask for evidence",
                     *                 "tone": "neutral",
                     *                 "enabled": true,
                     *                 "to": [
                     *                   {
                     *                     "step": "checking.waiting-for-evidence",
                     *                     "title": "Waiting for the customer",
                     *                     "kind": "waits-for-customer"
                     *                   }
                     *                 ],
                     *                 "ends": false
                     *               }
                     *             ],
                     *             "team": "after-sales",
                     *             "tier": 1,
                     *             "skills": [
                     *               "refunds"
                     *             ],
                     *             "holder": null,
                     *             "holderName": null,
                     *             "enteredAt": "2026-11-22T08:31:00.000Z",
                     *             "dueAt": "2026-11-22T10:30:00.000Z",
                     *             "slaDueAt": "2026-11-22T10:30:00.000Z",
                     *             "slaBreached": false,
                     *             "cameFrom": null,
                     *             "mayAct": true,
                     *             "mayTake": true,
                     *             "takesOver": false,
                     *             "whyNot": null
                     *           }
                     *         ],
                     *         "actions": [
                     *           {
                     *             "event": "ASK_CUSTOMER",
                     *             "step": "checking.assess",
                     *             "title": "Ask for evidence",
                     *             "tone": "neutral",
                     *             "enabled": true,
                     *             "to": [
                     *               {
                     *                 "step": "checking.waiting-for-evidence",
                     *                 "title": "Waiting for the customer",
                     *                 "kind": "waits-for-customer"
                     *               }
                     *             ],
                     *             "ends": false
                     *           }
                     *         ],
                     *         "acts": [
                     *           "message",
                     *           "transfer",
                     *           "release"
                     *         ],
                     *         "mayNotWrite": null,
                     *         "mayNotUndo": null,
                     *         "facts": [
                     *           {
                     *             "name": "reason",
                     *             "title": "Reason",
                     *             "value": "damaged",
                     *             "valueTitle": "Arrived damaged",
                     *             "type": "string"
                     *           }
                     *         ],
                     *         "limits": [
                     *           {
                     *             "id": "orderRefunds",
                     *             "title": "Refunded on this order",
                     *             "key": "ORD-100234",
                     *             "used": 500,
                     *             "most": 943,
                     *             "left": 443
                     *           }
                     *         ],
                     *         "clocks": {
                     *           "now": "2026-11-22T08:35:00.000Z",
                     *           "dueAt": "2026-11-22T10:30:00.000Z",
                     *           "firstResponseDueAt": "2026-11-22T08:45:00.000Z",
                     *           "resolveDueAt": "2026-11-24T08:30:00.000Z",
                     *           "paused": false
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["TicketAndGuide"];
                };
            };
            /** @description A header says nothing that is understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Your role may not do this.
             *
             *     Your role may not do this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It clashes with what is there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since you saw it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TicketActsController_reopen: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 24 h: the same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
                /** @description The version that the caller saw, in quotes */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ticket": {
                     *         "id": "1024",
                     *         "number": 1024,
                     *         "sop": "refund-only",
                     *         "sopTitle": "Refund only",
                     *         "sopVersion": 3,
                     *         "subject": "The mug arrived broken",
                     *         "state": {
                     *           "checking": "assess"
                     *         },
                     *         "steps": [
                     *           "checking.assess"
                     *         ],
                     *         "stepTitles": [
                     *           "Assess the request"
                     *         ],
                     *         "status": "open",
                     *         "waitsFor": "person",
                     *         "outcome": null,
                     *         "outcomeTitle": null,
                     *         "priority": "normal",
                     *         "team": "after-sales",
                     *         "tier": 1,
                     *         "skills": [
                     *           "refunds"
                     *         ],
                     *         "tags": [],
                     *         "assignee": null,
                     *         "assigneeName": null,
                     *         "dueAt": "2026-11-22T10:30:00.000Z",
                     *         "version": 4,
                     *         "customer": {
                     *           "id": "C-20871",
                     *           "name": "王小雨",
                     *           "tier": "gold"
                     *         },
                     *         "channel": "web",
                     *         "lang": "zh-CN",
                     *         "data": {
                     *           "orderId": "ORD-100234",
                     *           "reason": "damaged"
                     *         },
                     *         "createdAt": "2026-11-22T08:30:00.000Z",
                     *         "updatedAt": "2026-11-22T08:31:00.000Z",
                     *         "firstResponseDueAt": "2026-11-22T08:45:00.000Z",
                     *         "firstRespondedAt": null,
                     *         "resolveDueAt": "2026-11-24T08:30:00.000Z",
                     *         "paused": false,
                     *         "stepDueAt": "2026-11-22T10:30:00.000Z",
                     *         "resolvedAt": null,
                     *         "reopenings": 0,
                     *         "escalations": 0,
                     *         "transfers": 0,
                     *         "mergedInto": null,
                     *         "brakedAt": null
                     *       },
                     *       "guide": {
                     *         "ticketId": "1024",
                     *         "version": 4,
                     *         "steps": [
                     *           {
                     *             "step": "checking.assess",
                     *             "kind": "human",
                     *             "title": "Assess the request",
                     *             "instructions": "Compare the photos with the order.",
                     *             "checklist": [
                     *               {
                     *                 "id": "photos",
                     *                 "text": "The photos show the damage"
                     *               }
                     *             ],
                     *             "form": null,
                     *             "replies": [
                     *               {
                     *                 "id": "ask-photos",
                     *                 "title": "Ask for photos",
                     *                 "text": "您好，麻烦补充几张照片。",
                     *                 "lang": "zh-CN"
                     *               }
                     *             ],
                     *             "actions": [
                     *               {
                     *                 "event": "ASK_CUSTOMER",
                     *                 "step": "checking.assess",
                     *                 "title": "Ask for evidence",
                     *                 "tone": "neutral",
                     *                 "enabled": true,
                     *                 "to": [
                     *                   {
                     *                     "step": "checking.waiting-for-evidence",
                     *                     "title": "Waiting for the customer",
                     *                     "kind": "waits-for-customer"
                     *                   }
                     *                 ],
                     *                 "ends": false
                     *               }
                     *             ],
                     *             "team": "after-sales",
                     *             "tier": 1,
                     *             "skills": [
                     *               "refunds"
                     *             ],
                     *             "holder": null,
                     *             "holderName": null,
                     *             "enteredAt": "2026-11-22T08:31:00.000Z",
                     *             "dueAt": "2026-11-22T10:30:00.000Z",
                     *             "slaDueAt": "2026-11-22T10:30:00.000Z",
                     *             "slaBreached": false,
                     *             "cameFrom": null,
                     *             "mayAct": true,
                     *             "mayTake": true,
                     *             "takesOver": false,
                     *             "whyNot": null
                     *           }
                     *         ],
                     *         "actions": [
                     *           {
                     *             "event": "ASK_CUSTOMER",
                     *             "step": "checking.assess",
                     *             "title": "Ask for evidence",
                     *             "tone": "neutral",
                     *             "enabled": true,
                     *             "to": [
                     *               {
                     *                 "step": "checking.waiting-for-evidence",
                     *                 "title": "Waiting for the customer",
                     *                 "kind": "waits-for-customer"
                     *               }
                     *             ],
                     *             "ends": false
                     *           }
                     *         ],
                     *         "acts": [
                     *           "message",
                     *           "transfer",
                     *           "release"
                     *         ],
                     *         "mayNotWrite": null,
                     *         "mayNotUndo": null,
                     *         "facts": [
                     *           {
                     *             "name": "reason",
                     *             "title": "Reason",
                     *             "value": "damaged",
                     *             "valueTitle": "Arrived damaged",
                     *             "type": "string"
                     *           }
                     *         ],
                     *         "limits": [
                     *           {
                     *             "id": "orderRefunds",
                     *             "title": "Refunded on this order",
                     *             "key": "ORD-100234",
                     *             "used": 500,
                     *             "most": 943,
                     *             "left": 443
                     *           }
                     *         ],
                     *         "clocks": {
                     *           "now": "2026-11-22T08:35:00.000Z",
                     *           "dueAt": "2026-11-22T10:30:00.000Z",
                     *           "firstResponseDueAt": "2026-11-22T08:45:00.000Z",
                     *           "resolveDueAt": "2026-11-24T08:30:00.000Z",
                     *           "paused": false
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["TicketAndGuide"];
                };
            };
            /** @description A header says nothing that is understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Your role may not do this.
             *
             *     Your role may not do this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It clashes with what is there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since you saw it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TicketActsController_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 24 h: the same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
                /** @description The version that the caller saw, in quotes */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ticket": {
                     *         "id": "1024",
                     *         "number": 1024,
                     *         "sop": "refund-only",
                     *         "sopTitle": "Refund only",
                     *         "sopVersion": 3,
                     *         "subject": "The mug arrived broken",
                     *         "state": {
                     *           "checking": "assess"
                     *         },
                     *         "steps": [
                     *           "checking.assess"
                     *         ],
                     *         "stepTitles": [
                     *           "Assess the request"
                     *         ],
                     *         "status": "open",
                     *         "waitsFor": "person",
                     *         "outcome": null,
                     *         "outcomeTitle": null,
                     *         "priority": "normal",
                     *         "team": "after-sales",
                     *         "tier": 1,
                     *         "skills": [
                     *           "refunds"
                     *         ],
                     *         "tags": [],
                     *         "assignee": null,
                     *         "assigneeName": null,
                     *         "dueAt": "2026-11-22T10:30:00.000Z",
                     *         "version": 4,
                     *         "customer": {
                     *           "id": "C-20871",
                     *           "name": "王小雨",
                     *           "tier": "gold"
                     *         },
                     *         "channel": "web",
                     *         "lang": "zh-CN",
                     *         "data": {
                     *           "orderId": "ORD-100234",
                     *           "reason": "damaged"
                     *         },
                     *         "createdAt": "2026-11-22T08:30:00.000Z",
                     *         "updatedAt": "2026-11-22T08:31:00.000Z",
                     *         "firstResponseDueAt": "2026-11-22T08:45:00.000Z",
                     *         "firstRespondedAt": null,
                     *         "resolveDueAt": "2026-11-24T08:30:00.000Z",
                     *         "paused": false,
                     *         "stepDueAt": "2026-11-22T10:30:00.000Z",
                     *         "resolvedAt": null,
                     *         "reopenings": 0,
                     *         "escalations": 0,
                     *         "transfers": 0,
                     *         "mergedInto": null,
                     *         "brakedAt": null
                     *       },
                     *       "guide": {
                     *         "ticketId": "1024",
                     *         "version": 4,
                     *         "steps": [
                     *           {
                     *             "step": "checking.assess",
                     *             "kind": "human",
                     *             "title": "Assess the request",
                     *             "instructions": "Compare the photos with the order.",
                     *             "checklist": [
                     *               {
                     *                 "id": "photos",
                     *                 "text": "The photos show the damage"
                     *               }
                     *             ],
                     *             "form": null,
                     *             "replies": [
                     *               {
                     *                 "id": "ask-photos",
                     *                 "title": "Ask for photos",
                     *                 "text": "您好，麻烦补充几张照片。",
                     *                 "lang": "zh-CN"
                     *               }
                     *             ],
                     *             "actions": [
                     *               {
                     *                 "event": "ASK_CUSTOMER",
                     *                 "step": "checking.assess",
                     *                 "title": "Ask for evidence",
                     *                 "tone": "neutral",
                     *                 "enabled": true,
                     *                 "to": [
                     *                   {
                     *                     "step": "checking.waiting-for-evidence",
                     *                     "title": "Waiting for the customer",
                     *                     "kind": "waits-for-customer"
                     *                   }
                     *                 ],
                     *                 "ends": false
                     *               }
                     *             ],
                     *             "team": "after-sales",
                     *             "tier": 1,
                     *             "skills": [
                     *               "refunds"
                     *             ],
                     *             "holder": null,
                     *             "holderName": null,
                     *             "enteredAt": "2026-11-22T08:31:00.000Z",
                     *             "dueAt": "2026-11-22T10:30:00.000Z",
                     *             "slaDueAt": "2026-11-22T10:30:00.000Z",
                     *             "slaBreached": false,
                     *             "cameFrom": null,
                     *             "mayAct": true,
                     *             "mayTake": true,
                     *             "takesOver": false,
                     *             "whyNot": null
                     *           }
                     *         ],
                     *         "actions": [
                     *           {
                     *             "event": "ASK_CUSTOMER",
                     *             "step": "checking.assess",
                     *             "title": "Ask for evidence",
                     *             "tone": "neutral",
                     *             "enabled": true,
                     *             "to": [
                     *               {
                     *                 "step": "checking.waiting-for-evidence",
                     *                 "title": "Waiting for the customer",
                     *                 "kind": "waits-for-customer"
                     *               }
                     *             ],
                     *             "ends": false
                     *           }
                     *         ],
                     *         "acts": [
                     *           "message",
                     *           "transfer",
                     *           "release"
                     *         ],
                     *         "mayNotWrite": null,
                     *         "mayNotUndo": null,
                     *         "facts": [
                     *           {
                     *             "name": "reason",
                     *             "title": "Reason",
                     *             "value": "damaged",
                     *             "valueTitle": "Arrived damaged",
                     *             "type": "string"
                     *           }
                     *         ],
                     *         "limits": [
                     *           {
                     *             "id": "orderRefunds",
                     *             "title": "Refunded on this order",
                     *             "key": "ORD-100234",
                     *             "used": 500,
                     *             "most": 943,
                     *             "left": 443
                     *           }
                     *         ],
                     *         "clocks": {
                     *           "now": "2026-11-22T08:35:00.000Z",
                     *           "dueAt": "2026-11-22T10:30:00.000Z",
                     *           "firstResponseDueAt": "2026-11-22T08:45:00.000Z",
                     *           "resolveDueAt": "2026-11-24T08:30:00.000Z",
                     *           "paused": false
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["TicketAndGuide"];
                };
            };
            /** @description A header says nothing that is understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Your role may not do this.
             *
             *     Your role may not do this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It clashes with what is there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since you saw it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TicketActsController_merge: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 24 h: the same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
                /** @description The version that the caller saw, in quotes */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ticket": {
                     *         "id": "1024",
                     *         "number": 1024,
                     *         "sop": "refund-only",
                     *         "sopTitle": "Refund only",
                     *         "sopVersion": 3,
                     *         "subject": "The mug arrived broken",
                     *         "state": {
                     *           "checking": "assess"
                     *         },
                     *         "steps": [
                     *           "checking.assess"
                     *         ],
                     *         "stepTitles": [
                     *           "Assess the request"
                     *         ],
                     *         "status": "open",
                     *         "waitsFor": "person",
                     *         "outcome": null,
                     *         "outcomeTitle": null,
                     *         "priority": "normal",
                     *         "team": "after-sales",
                     *         "tier": 1,
                     *         "skills": [
                     *           "refunds"
                     *         ],
                     *         "tags": [],
                     *         "assignee": null,
                     *         "assigneeName": null,
                     *         "dueAt": "2026-11-22T10:30:00.000Z",
                     *         "version": 4,
                     *         "customer": {
                     *           "id": "C-20871",
                     *           "name": "王小雨",
                     *           "tier": "gold"
                     *         },
                     *         "channel": "web",
                     *         "lang": "zh-CN",
                     *         "data": {
                     *           "orderId": "ORD-100234",
                     *           "reason": "damaged"
                     *         },
                     *         "createdAt": "2026-11-22T08:30:00.000Z",
                     *         "updatedAt": "2026-11-22T08:31:00.000Z",
                     *         "firstResponseDueAt": "2026-11-22T08:45:00.000Z",
                     *         "firstRespondedAt": null,
                     *         "resolveDueAt": "2026-11-24T08:30:00.000Z",
                     *         "paused": false,
                     *         "stepDueAt": "2026-11-22T10:30:00.000Z",
                     *         "resolvedAt": null,
                     *         "reopenings": 0,
                     *         "escalations": 0,
                     *         "transfers": 0,
                     *         "mergedInto": null,
                     *         "brakedAt": null
                     *       },
                     *       "guide": {
                     *         "ticketId": "1024",
                     *         "version": 4,
                     *         "steps": [
                     *           {
                     *             "step": "checking.assess",
                     *             "kind": "human",
                     *             "title": "Assess the request",
                     *             "instructions": "Compare the photos with the order.",
                     *             "checklist": [
                     *               {
                     *                 "id": "photos",
                     *                 "text": "The photos show the damage"
                     *               }
                     *             ],
                     *             "form": null,
                     *             "replies": [
                     *               {
                     *                 "id": "ask-photos",
                     *                 "title": "Ask for photos",
                     *                 "text": "您好，麻烦补充几张照片。",
                     *                 "lang": "zh-CN"
                     *               }
                     *             ],
                     *             "actions": [
                     *               {
                     *                 "event": "ASK_CUSTOMER",
                     *                 "step": "checking.assess",
                     *                 "title": "Ask for evidence",
                     *                 "tone": "neutral",
                     *                 "enabled": true,
                     *                 "to": [
                     *                   {
                     *                     "step": "checking.waiting-for-evidence",
                     *                     "title": "Waiting for the customer",
                     *                     "kind": "waits-for-customer"
                     *                   }
                     *                 ],
                     *                 "ends": false
                     *               }
                     *             ],
                     *             "team": "after-sales",
                     *             "tier": 1,
                     *             "skills": [
                     *               "refunds"
                     *             ],
                     *             "holder": null,
                     *             "holderName": null,
                     *             "enteredAt": "2026-11-22T08:31:00.000Z",
                     *             "dueAt": "2026-11-22T10:30:00.000Z",
                     *             "slaDueAt": "2026-11-22T10:30:00.000Z",
                     *             "slaBreached": false,
                     *             "cameFrom": null,
                     *             "mayAct": true,
                     *             "mayTake": true,
                     *             "takesOver": false,
                     *             "whyNot": null
                     *           }
                     *         ],
                     *         "actions": [
                     *           {
                     *             "event": "ASK_CUSTOMER",
                     *             "step": "checking.assess",
                     *             "title": "Ask for evidence",
                     *             "tone": "neutral",
                     *             "enabled": true,
                     *             "to": [
                     *               {
                     *                 "step": "checking.waiting-for-evidence",
                     *                 "title": "Waiting for the customer",
                     *                 "kind": "waits-for-customer"
                     *               }
                     *             ],
                     *             "ends": false
                     *           }
                     *         ],
                     *         "acts": [
                     *           "message",
                     *           "transfer",
                     *           "release"
                     *         ],
                     *         "mayNotWrite": null,
                     *         "mayNotUndo": null,
                     *         "facts": [
                     *           {
                     *             "name": "reason",
                     *             "title": "Reason",
                     *             "value": "damaged",
                     *             "valueTitle": "Arrived damaged",
                     *             "type": "string"
                     *           }
                     *         ],
                     *         "limits": [
                     *           {
                     *             "id": "orderRefunds",
                     *             "title": "Refunded on this order",
                     *             "key": "ORD-100234",
                     *             "used": 500,
                     *             "most": 943,
                     *             "left": 443
                     *           }
                     *         ],
                     *         "clocks": {
                     *           "now": "2026-11-22T08:35:00.000Z",
                     *           "dueAt": "2026-11-22T10:30:00.000Z",
                     *           "firstResponseDueAt": "2026-11-22T08:45:00.000Z",
                     *           "resolveDueAt": "2026-11-24T08:30:00.000Z",
                     *           "paused": false
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["TicketAndGuide"];
                };
            };
            /** @description A header says nothing that is understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Your role may not do this.
             *
             *     Your role may not do this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It clashes with what is there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since you saw it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TicketActsController_undo: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 24 h: the same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
                /** @description The version that the caller saw, in quotes */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ticket": {
                     *         "id": "1024",
                     *         "number": 1024,
                     *         "sop": "refund-only",
                     *         "sopTitle": "Refund only",
                     *         "sopVersion": 3,
                     *         "subject": "The mug arrived broken",
                     *         "state": {
                     *           "checking": "assess"
                     *         },
                     *         "steps": [
                     *           "checking.assess"
                     *         ],
                     *         "stepTitles": [
                     *           "Assess the request"
                     *         ],
                     *         "status": "open",
                     *         "waitsFor": "person",
                     *         "outcome": null,
                     *         "outcomeTitle": null,
                     *         "priority": "normal",
                     *         "team": "after-sales",
                     *         "tier": 1,
                     *         "skills": [
                     *           "refunds"
                     *         ],
                     *         "tags": [],
                     *         "assignee": null,
                     *         "assigneeName": null,
                     *         "dueAt": "2026-11-22T10:30:00.000Z",
                     *         "version": 4,
                     *         "customer": {
                     *           "id": "C-20871",
                     *           "name": "王小雨",
                     *           "tier": "gold"
                     *         },
                     *         "channel": "web",
                     *         "lang": "zh-CN",
                     *         "data": {
                     *           "orderId": "ORD-100234",
                     *           "reason": "damaged"
                     *         },
                     *         "createdAt": "2026-11-22T08:30:00.000Z",
                     *         "updatedAt": "2026-11-22T08:31:00.000Z",
                     *         "firstResponseDueAt": "2026-11-22T08:45:00.000Z",
                     *         "firstRespondedAt": null,
                     *         "resolveDueAt": "2026-11-24T08:30:00.000Z",
                     *         "paused": false,
                     *         "stepDueAt": "2026-11-22T10:30:00.000Z",
                     *         "resolvedAt": null,
                     *         "reopenings": 0,
                     *         "escalations": 0,
                     *         "transfers": 0,
                     *         "mergedInto": null,
                     *         "brakedAt": null
                     *       },
                     *       "guide": {
                     *         "ticketId": "1024",
                     *         "version": 4,
                     *         "steps": [
                     *           {
                     *             "step": "checking.assess",
                     *             "kind": "human",
                     *             "title": "Assess the request",
                     *             "instructions": "Compare the photos with the order.",
                     *             "checklist": [
                     *               {
                     *                 "id": "photos",
                     *                 "text": "The photos show the damage"
                     *               }
                     *             ],
                     *             "form": null,
                     *             "replies": [
                     *               {
                     *                 "id": "ask-photos",
                     *                 "title": "Ask for photos",
                     *                 "text": "您好，麻烦补充几张照片。",
                     *                 "lang": "zh-CN"
                     *               }
                     *             ],
                     *             "actions": [
                     *               {
                     *                 "event": "ASK_CUSTOMER",
                     *                 "step": "checking.assess",
                     *                 "title": "Ask for evidence",
                     *                 "tone": "neutral",
                     *                 "enabled": true,
                     *                 "to": [
                     *                   {
                     *                     "step": "checking.waiting-for-evidence",
                     *                     "title": "Waiting for the customer",
                     *                     "kind": "waits-for-customer"
                     *                   }
                     *                 ],
                     *                 "ends": false
                     *               }
                     *             ],
                     *             "team": "after-sales",
                     *             "tier": 1,
                     *             "skills": [
                     *               "refunds"
                     *             ],
                     *             "holder": null,
                     *             "holderName": null,
                     *             "enteredAt": "2026-11-22T08:31:00.000Z",
                     *             "dueAt": "2026-11-22T10:30:00.000Z",
                     *             "slaDueAt": "2026-11-22T10:30:00.000Z",
                     *             "slaBreached": false,
                     *             "cameFrom": null,
                     *             "mayAct": true,
                     *             "mayTake": true,
                     *             "takesOver": false,
                     *             "whyNot": null
                     *           }
                     *         ],
                     *         "actions": [
                     *           {
                     *             "event": "ASK_CUSTOMER",
                     *             "step": "checking.assess",
                     *             "title": "Ask for evidence",
                     *             "tone": "neutral",
                     *             "enabled": true,
                     *             "to": [
                     *               {
                     *                 "step": "checking.waiting-for-evidence",
                     *                 "title": "Waiting for the customer",
                     *                 "kind": "waits-for-customer"
                     *               }
                     *             ],
                     *             "ends": false
                     *           }
                     *         ],
                     *         "acts": [
                     *           "message",
                     *           "transfer",
                     *           "release"
                     *         ],
                     *         "mayNotWrite": null,
                     *         "mayNotUndo": null,
                     *         "facts": [
                     *           {
                     *             "name": "reason",
                     *             "title": "Reason",
                     *             "value": "damaged",
                     *             "valueTitle": "Arrived damaged",
                     *             "type": "string"
                     *           }
                     *         ],
                     *         "limits": [
                     *           {
                     *             "id": "orderRefunds",
                     *             "title": "Refunded on this order",
                     *             "key": "ORD-100234",
                     *             "used": 500,
                     *             "most": 943,
                     *             "left": 443
                     *           }
                     *         ],
                     *         "clocks": {
                     *           "now": "2026-11-22T08:35:00.000Z",
                     *           "dueAt": "2026-11-22T10:30:00.000Z",
                     *           "firstResponseDueAt": "2026-11-22T08:45:00.000Z",
                     *           "resolveDueAt": "2026-11-24T08:30:00.000Z",
                     *           "paused": false
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["TicketAndGuide"];
                };
            };
            /** @description A header says nothing that is understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Your role may not do this.
             *
             *     Your role may not do this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It clashes with what is there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since you saw it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TicketActsController_prioritise: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 24 h: the same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
                /** @description The version that the caller saw, in quotes */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PriorityDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ticket": {
                     *         "id": "1024",
                     *         "number": 1024,
                     *         "sop": "refund-only",
                     *         "sopTitle": "Refund only",
                     *         "sopVersion": 3,
                     *         "subject": "The mug arrived broken",
                     *         "state": {
                     *           "checking": "assess"
                     *         },
                     *         "steps": [
                     *           "checking.assess"
                     *         ],
                     *         "stepTitles": [
                     *           "Assess the request"
                     *         ],
                     *         "status": "open",
                     *         "waitsFor": "person",
                     *         "outcome": null,
                     *         "outcomeTitle": null,
                     *         "priority": "normal",
                     *         "team": "after-sales",
                     *         "tier": 1,
                     *         "skills": [
                     *           "refunds"
                     *         ],
                     *         "tags": [],
                     *         "assignee": null,
                     *         "assigneeName": null,
                     *         "dueAt": "2026-11-22T10:30:00.000Z",
                     *         "version": 4,
                     *         "customer": {
                     *           "id": "C-20871",
                     *           "name": "王小雨",
                     *           "tier": "gold"
                     *         },
                     *         "channel": "web",
                     *         "lang": "zh-CN",
                     *         "data": {
                     *           "orderId": "ORD-100234",
                     *           "reason": "damaged"
                     *         },
                     *         "createdAt": "2026-11-22T08:30:00.000Z",
                     *         "updatedAt": "2026-11-22T08:31:00.000Z",
                     *         "firstResponseDueAt": "2026-11-22T08:45:00.000Z",
                     *         "firstRespondedAt": null,
                     *         "resolveDueAt": "2026-11-24T08:30:00.000Z",
                     *         "paused": false,
                     *         "stepDueAt": "2026-11-22T10:30:00.000Z",
                     *         "resolvedAt": null,
                     *         "reopenings": 0,
                     *         "escalations": 0,
                     *         "transfers": 0,
                     *         "mergedInto": null,
                     *         "brakedAt": null
                     *       },
                     *       "guide": {
                     *         "ticketId": "1024",
                     *         "version": 4,
                     *         "steps": [
                     *           {
                     *             "step": "checking.assess",
                     *             "kind": "human",
                     *             "title": "Assess the request",
                     *             "instructions": "Compare the photos with the order.",
                     *             "checklist": [
                     *               {
                     *                 "id": "photos",
                     *                 "text": "The photos show the damage"
                     *               }
                     *             ],
                     *             "form": null,
                     *             "replies": [
                     *               {
                     *                 "id": "ask-photos",
                     *                 "title": "Ask for photos",
                     *                 "text": "您好，麻烦补充几张照片。",
                     *                 "lang": "zh-CN"
                     *               }
                     *             ],
                     *             "actions": [
                     *               {
                     *                 "event": "ASK_CUSTOMER",
                     *                 "step": "checking.assess",
                     *                 "title": "Ask for evidence",
                     *                 "tone": "neutral",
                     *                 "enabled": true,
                     *                 "to": [
                     *                   {
                     *                     "step": "checking.waiting-for-evidence",
                     *                     "title": "Waiting for the customer",
                     *                     "kind": "waits-for-customer"
                     *                   }
                     *                 ],
                     *                 "ends": false
                     *               }
                     *             ],
                     *             "team": "after-sales",
                     *             "tier": 1,
                     *             "skills": [
                     *               "refunds"
                     *             ],
                     *             "holder": null,
                     *             "holderName": null,
                     *             "enteredAt": "2026-11-22T08:31:00.000Z",
                     *             "dueAt": "2026-11-22T10:30:00.000Z",
                     *             "slaDueAt": "2026-11-22T10:30:00.000Z",
                     *             "slaBreached": false,
                     *             "cameFrom": null,
                     *             "mayAct": true,
                     *             "mayTake": true,
                     *             "takesOver": false,
                     *             "whyNot": null
                     *           }
                     *         ],
                     *         "actions": [
                     *           {
                     *             "event": "ASK_CUSTOMER",
                     *             "step": "checking.assess",
                     *             "title": "Ask for evidence",
                     *             "tone": "neutral",
                     *             "enabled": true,
                     *             "to": [
                     *               {
                     *                 "step": "checking.waiting-for-evidence",
                     *                 "title": "Waiting for the customer",
                     *                 "kind": "waits-for-customer"
                     *               }
                     *             ],
                     *             "ends": false
                     *           }
                     *         ],
                     *         "acts": [
                     *           "message",
                     *           "transfer",
                     *           "release"
                     *         ],
                     *         "mayNotWrite": null,
                     *         "mayNotUndo": null,
                     *         "facts": [
                     *           {
                     *             "name": "reason",
                     *             "title": "Reason",
                     *             "value": "damaged",
                     *             "valueTitle": "Arrived damaged",
                     *             "type": "string"
                     *           }
                     *         ],
                     *         "limits": [
                     *           {
                     *             "id": "orderRefunds",
                     *             "title": "Refunded on this order",
                     *             "key": "ORD-100234",
                     *             "used": 500,
                     *             "most": 943,
                     *             "left": 443
                     *           }
                     *         ],
                     *         "clocks": {
                     *           "now": "2026-11-22T08:35:00.000Z",
                     *           "dueAt": "2026-11-22T10:30:00.000Z",
                     *           "firstResponseDueAt": "2026-11-22T08:45:00.000Z",
                     *           "resolveDueAt": "2026-11-24T08:30:00.000Z",
                     *           "paused": false
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["TicketAndGuide"];
                };
            };
            /** @description A header says nothing that is understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Your role may not do this.
             *
             *     Your role may not do this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It clashes with what is there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since you saw it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TicketActsController_messages: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Which comes first, and on the first page */
                order?: "oldest" | "newest";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePage"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TicketActsController_say: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 24 h: the same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
                /** @description The version that the caller saw, in quotes */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ticket": {
                     *         "id": "1024",
                     *         "number": 1024,
                     *         "sop": "refund-only",
                     *         "sopTitle": "Refund only",
                     *         "sopVersion": 3,
                     *         "subject": "The mug arrived broken",
                     *         "state": {
                     *           "checking": "assess"
                     *         },
                     *         "steps": [
                     *           "checking.assess"
                     *         ],
                     *         "stepTitles": [
                     *           "Assess the request"
                     *         ],
                     *         "status": "open",
                     *         "waitsFor": "person",
                     *         "outcome": null,
                     *         "outcomeTitle": null,
                     *         "priority": "normal",
                     *         "team": "after-sales",
                     *         "tier": 1,
                     *         "skills": [
                     *           "refunds"
                     *         ],
                     *         "tags": [],
                     *         "assignee": null,
                     *         "assigneeName": null,
                     *         "dueAt": "2026-11-22T10:30:00.000Z",
                     *         "version": 4,
                     *         "customer": {
                     *           "id": "C-20871",
                     *           "name": "王小雨",
                     *           "tier": "gold"
                     *         },
                     *         "channel": "web",
                     *         "lang": "zh-CN",
                     *         "data": {
                     *           "orderId": "ORD-100234",
                     *           "reason": "damaged"
                     *         },
                     *         "createdAt": "2026-11-22T08:30:00.000Z",
                     *         "updatedAt": "2026-11-22T08:31:00.000Z",
                     *         "firstResponseDueAt": "2026-11-22T08:45:00.000Z",
                     *         "firstRespondedAt": null,
                     *         "resolveDueAt": "2026-11-24T08:30:00.000Z",
                     *         "paused": false,
                     *         "stepDueAt": "2026-11-22T10:30:00.000Z",
                     *         "resolvedAt": null,
                     *         "reopenings": 0,
                     *         "escalations": 0,
                     *         "transfers": 0,
                     *         "mergedInto": null,
                     *         "brakedAt": null
                     *       },
                     *       "guide": {
                     *         "ticketId": "1024",
                     *         "version": 4,
                     *         "steps": [
                     *           {
                     *             "step": "checking.assess",
                     *             "kind": "human",
                     *             "title": "Assess the request",
                     *             "instructions": "Compare the photos with the order.",
                     *             "checklist": [
                     *               {
                     *                 "id": "photos",
                     *                 "text": "The photos show the damage"
                     *               }
                     *             ],
                     *             "form": null,
                     *             "replies": [
                     *               {
                     *                 "id": "ask-photos",
                     *                 "title": "Ask for photos",
                     *                 "text": "您好，麻烦补充几张照片。",
                     *                 "lang": "zh-CN"
                     *               }
                     *             ],
                     *             "actions": [
                     *               {
                     *                 "event": "ASK_CUSTOMER",
                     *                 "step": "checking.assess",
                     *                 "title": "Ask for evidence",
                     *                 "tone": "neutral",
                     *                 "enabled": true,
                     *                 "to": [
                     *                   {
                     *                     "step": "checking.waiting-for-evidence",
                     *                     "title": "Waiting for the customer",
                     *                     "kind": "waits-for-customer"
                     *                   }
                     *                 ],
                     *                 "ends": false
                     *               }
                     *             ],
                     *             "team": "after-sales",
                     *             "tier": 1,
                     *             "skills": [
                     *               "refunds"
                     *             ],
                     *             "holder": null,
                     *             "holderName": null,
                     *             "enteredAt": "2026-11-22T08:31:00.000Z",
                     *             "dueAt": "2026-11-22T10:30:00.000Z",
                     *             "slaDueAt": "2026-11-22T10:30:00.000Z",
                     *             "slaBreached": false,
                     *             "cameFrom": null,
                     *             "mayAct": true,
                     *             "mayTake": true,
                     *             "takesOver": false,
                     *             "whyNot": null
                     *           }
                     *         ],
                     *         "actions": [
                     *           {
                     *             "event": "ASK_CUSTOMER",
                     *             "step": "checking.assess",
                     *             "title": "Ask for evidence",
                     *             "tone": "neutral",
                     *             "enabled": true,
                     *             "to": [
                     *               {
                     *                 "step": "checking.waiting-for-evidence",
                     *                 "title": "Waiting for the customer",
                     *                 "kind": "waits-for-customer"
                     *               }
                     *             ],
                     *             "ends": false
                     *           }
                     *         ],
                     *         "acts": [
                     *           "message",
                     *           "transfer",
                     *           "release"
                     *         ],
                     *         "mayNotWrite": null,
                     *         "mayNotUndo": null,
                     *         "facts": [
                     *           {
                     *             "name": "reason",
                     *             "title": "Reason",
                     *             "value": "damaged",
                     *             "valueTitle": "Arrived damaged",
                     *             "type": "string"
                     *           }
                     *         ],
                     *         "limits": [
                     *           {
                     *             "id": "orderRefunds",
                     *             "title": "Refunded on this order",
                     *             "key": "ORD-100234",
                     *             "used": 500,
                     *             "most": 943,
                     *             "left": 443
                     *           }
                     *         ],
                     *         "clocks": {
                     *           "now": "2026-11-22T08:35:00.000Z",
                     *           "dueAt": "2026-11-22T10:30:00.000Z",
                     *           "firstResponseDueAt": "2026-11-22T08:45:00.000Z",
                     *           "resolveDueAt": "2026-11-24T08:30:00.000Z",
                     *           "paused": false
                     *         }
                     *       },
                     *       "message": {
                     *         "seq": 4,
                     *         "from": "customer",
                     *         "body": "Thank you",
                     *         "internal": false
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["TicketGuideAndMessage"];
                };
            };
            /** @description A header says nothing that is understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Your role may not do this.
             *
             *     Your role may not do this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It clashes with what is there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since you saw it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SopWalkController_simulate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WalkRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalkAnswer"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It clashes with what is there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is under way; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    BoardController_board: {
        parameters: {
            query?: {
                /** @description Whose day "today" is */
                tz?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Board"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    BoardController_waiting: {
        parameters: {
            query: {
                team: string;
                tier: number;
                /** @description With commas between them; absent: the lane of no skill */
                skills?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LaneTickets"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DeskController_desk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "held": [
                     *         {
                     *           "ticket": {
                     *             "id": "1024",
                     *             "number": 1024,
                     *             "sop": "refund-only",
                     *             "sopTitle": "Refund only",
                     *             "sopVersion": 3,
                     *             "subject": "The mug arrived broken",
                     *             "state": {
                     *               "checking": "assess"
                     *             },
                     *             "steps": [
                     *               "checking.assess"
                     *             ],
                     *             "stepTitles": [
                     *               "Assess the request"
                     *             ],
                     *             "status": "open",
                     *             "waitsFor": "person",
                     *             "outcome": null,
                     *             "outcomeTitle": null,
                     *             "priority": "normal",
                     *             "team": "after-sales",
                     *             "tier": 1,
                     *             "skills": [
                     *               "refunds"
                     *             ],
                     *             "tags": [],
                     *             "assignee": null,
                     *             "assigneeName": null,
                     *             "dueAt": "2026-11-22T10:30:00.000Z",
                     *             "version": 4,
                     *             "customer": {
                     *               "id": "C-20871",
                     *               "name": "王小雨",
                     *               "tier": "gold"
                     *             },
                     *             "channel": "web",
                     *             "lang": "zh-CN",
                     *             "data": {
                     *               "orderId": "ORD-100234",
                     *               "reason": "damaged"
                     *             },
                     *             "createdAt": "2026-11-22T08:30:00.000Z",
                     *             "updatedAt": "2026-11-22T08:31:00.000Z",
                     *             "firstResponseDueAt": "2026-11-22T08:45:00.000Z",
                     *             "firstRespondedAt": null,
                     *             "resolveDueAt": "2026-11-24T08:30:00.000Z",
                     *             "paused": false,
                     *             "stepDueAt": "2026-11-22T10:30:00.000Z",
                     *             "resolvedAt": null,
                     *             "reopenings": 0,
                     *             "escalations": 0,
                     *             "transfers": 0,
                     *             "mergedInto": null,
                     *             "brakedAt": null
                     *           },
                     *           "lease": {
                     *             "expiresAt": "2026-11-22T08:34:00.000Z"
                     *           }
                     *         }
                     *       ],
                     *       "lanes": [
                     *         {
                     *           "team": "after-sales",
                     *           "tier": 1,
                     *           "skills": [
                     *             "refunds"
                     *           ],
                     *           "waiting": 12,
                     *           "firstDueAt": "2026-11-22T09:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Desk"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DeskController_next: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 24 h: the same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NextDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ticket": {
                     *         "id": "1024",
                     *         "number": 1024,
                     *         "sop": "refund-only",
                     *         "sopTitle": "Refund only",
                     *         "sopVersion": 3,
                     *         "subject": "The mug arrived broken",
                     *         "state": {
                     *           "checking": "assess"
                     *         },
                     *         "steps": [
                     *           "checking.assess"
                     *         ],
                     *         "stepTitles": [
                     *           "Assess the request"
                     *         ],
                     *         "status": "open",
                     *         "waitsFor": "person",
                     *         "outcome": null,
                     *         "outcomeTitle": null,
                     *         "priority": "normal",
                     *         "team": "after-sales",
                     *         "tier": 1,
                     *         "skills": [
                     *           "refunds"
                     *         ],
                     *         "tags": [],
                     *         "assignee": null,
                     *         "assigneeName": null,
                     *         "dueAt": "2026-11-22T10:30:00.000Z",
                     *         "version": 4,
                     *         "customer": {
                     *           "id": "C-20871",
                     *           "name": "王小雨",
                     *           "tier": "gold"
                     *         },
                     *         "channel": "web",
                     *         "lang": "zh-CN",
                     *         "data": {
                     *           "orderId": "ORD-100234",
                     *           "reason": "damaged"
                     *         },
                     *         "createdAt": "2026-11-22T08:30:00.000Z",
                     *         "updatedAt": "2026-11-22T08:31:00.000Z",
                     *         "firstResponseDueAt": "2026-11-22T08:45:00.000Z",
                     *         "firstRespondedAt": null,
                     *         "resolveDueAt": "2026-11-24T08:30:00.000Z",
                     *         "paused": false,
                     *         "stepDueAt": "2026-11-22T10:30:00.000Z",
                     *         "resolvedAt": null,
                     *         "reopenings": 0,
                     *         "escalations": 0,
                     *         "transfers": 0,
                     *         "mergedInto": null,
                     *         "brakedAt": null
                     *       },
                     *       "guide": {
                     *         "ticketId": "1024",
                     *         "version": 4,
                     *         "steps": [
                     *           {
                     *             "step": "checking.assess",
                     *             "kind": "human",
                     *             "title": "Assess the request",
                     *             "instructions": "Compare the photos with the order.",
                     *             "checklist": [
                     *               {
                     *                 "id": "photos",
                     *                 "text": "The photos show the damage"
                     *               }
                     *             ],
                     *             "form": null,
                     *             "replies": [
                     *               {
                     *                 "id": "ask-photos",
                     *                 "title": "Ask for photos",
                     *                 "text": "您好，麻烦补充几张照片。",
                     *                 "lang": "zh-CN"
                     *               }
                     *             ],
                     *             "actions": [
                     *               {
                     *                 "event": "ASK_CUSTOMER",
                     *                 "step": "checking.assess",
                     *                 "title": "Ask for evidence",
                     *                 "tone": "neutral",
                     *                 "enabled": true,
                     *                 "to": [
                     *                   {
                     *                     "step": "checking.waiting-for-evidence",
                     *                     "title": "Waiting for the customer",
                     *                     "kind": "waits-for-customer"
                     *                   }
                     *                 ],
                     *                 "ends": false
                     *               }
                     *             ],
                     *             "team": "after-sales",
                     *             "tier": 1,
                     *             "skills": [
                     *               "refunds"
                     *             ],
                     *             "holder": null,
                     *             "holderName": null,
                     *             "enteredAt": "2026-11-22T08:31:00.000Z",
                     *             "dueAt": "2026-11-22T10:30:00.000Z",
                     *             "slaDueAt": "2026-11-22T10:30:00.000Z",
                     *             "slaBreached": false,
                     *             "cameFrom": null,
                     *             "mayAct": true,
                     *             "mayTake": true,
                     *             "takesOver": false,
                     *             "whyNot": null
                     *           }
                     *         ],
                     *         "actions": [
                     *           {
                     *             "event": "ASK_CUSTOMER",
                     *             "step": "checking.assess",
                     *             "title": "Ask for evidence",
                     *             "tone": "neutral",
                     *             "enabled": true,
                     *             "to": [
                     *               {
                     *                 "step": "checking.waiting-for-evidence",
                     *                 "title": "Waiting for the customer",
                     *                 "kind": "waits-for-customer"
                     *               }
                     *             ],
                     *             "ends": false
                     *           }
                     *         ],
                     *         "acts": [
                     *           "message",
                     *           "transfer",
                     *           "release"
                     *         ],
                     *         "mayNotWrite": null,
                     *         "mayNotUndo": null,
                     *         "facts": [
                     *           {
                     *             "name": "reason",
                     *             "title": "Reason",
                     *             "value": "damaged",
                     *             "valueTitle": "Arrived damaged",
                     *             "type": "string"
                     *           }
                     *         ],
                     *         "limits": [
                     *           {
                     *             "id": "orderRefunds",
                     *             "title": "Refunded on this order",
                     *             "key": "ORD-100234",
                     *             "used": 500,
                     *             "most": 943,
                     *             "left": 443
                     *           }
                     *         ],
                     *         "clocks": {
                     *           "now": "2026-11-22T08:35:00.000Z",
                     *           "dueAt": "2026-11-22T10:30:00.000Z",
                     *           "firstResponseDueAt": "2026-11-22T08:45:00.000Z",
                     *           "resolveDueAt": "2026-11-24T08:30:00.000Z",
                     *           "paused": false
                     *         }
                     *       },
                     *       "lease": {
                     *         "expiresAt": "2026-11-22T08:34:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Held"];
                };
            };
            /** @description Nothing waits for the caller; nothing is kept under the key. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A header says nothing that is understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DeskController_renew: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenewDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "lease": {
                     *         "expiresAt": "2026-11-22T08:34:00.000Z"
                     *       },
                     *       "at": "2026-11-22T08:32:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Renewed"];
                };
            };
            /** @description A header says nothing that is understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It clashes with what is there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DeskController_release: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that the caller saw, in quotes */
                "If-Match"?: string;
                /** @description Kept for 24 h: the same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ticket": {
                     *         "id": "1024",
                     *         "number": 1024,
                     *         "sop": "refund-only",
                     *         "sopTitle": "Refund only",
                     *         "sopVersion": 3,
                     *         "subject": "The mug arrived broken",
                     *         "state": {
                     *           "checking": "assess"
                     *         },
                     *         "steps": [
                     *           "checking.assess"
                     *         ],
                     *         "stepTitles": [
                     *           "Assess the request"
                     *         ],
                     *         "status": "open",
                     *         "waitsFor": "person",
                     *         "outcome": null,
                     *         "outcomeTitle": null,
                     *         "priority": "normal",
                     *         "team": "after-sales",
                     *         "tier": 1,
                     *         "skills": [
                     *           "refunds"
                     *         ],
                     *         "tags": [],
                     *         "assignee": null,
                     *         "assigneeName": null,
                     *         "dueAt": "2026-11-22T10:30:00.000Z",
                     *         "version": 4,
                     *         "customer": {
                     *           "id": "C-20871",
                     *           "name": "王小雨",
                     *           "tier": "gold"
                     *         },
                     *         "channel": "web",
                     *         "lang": "zh-CN",
                     *         "data": {
                     *           "orderId": "ORD-100234",
                     *           "reason": "damaged"
                     *         },
                     *         "createdAt": "2026-11-22T08:30:00.000Z",
                     *         "updatedAt": "2026-11-22T08:31:00.000Z",
                     *         "firstResponseDueAt": "2026-11-22T08:45:00.000Z",
                     *         "firstRespondedAt": null,
                     *         "resolveDueAt": "2026-11-24T08:30:00.000Z",
                     *         "paused": false,
                     *         "stepDueAt": "2026-11-22T10:30:00.000Z",
                     *         "resolvedAt": null,
                     *         "reopenings": 0,
                     *         "escalations": 0,
                     *         "transfers": 0,
                     *         "mergedInto": null,
                     *         "brakedAt": null
                     *       },
                     *       "guide": {
                     *         "ticketId": "1024",
                     *         "version": 4,
                     *         "steps": [
                     *           {
                     *             "step": "checking.assess",
                     *             "kind": "human",
                     *             "title": "Assess the request",
                     *             "instructions": "Compare the photos with the order.",
                     *             "checklist": [
                     *               {
                     *                 "id": "photos",
                     *                 "text": "The photos show the damage"
                     *               }
                     *             ],
                     *             "form": null,
                     *             "replies": [
                     *               {
                     *                 "id": "ask-photos",
                     *                 "title": "Ask for photos",
                     *                 "text": "您好，麻烦补充几张照片。",
                     *                 "lang": "zh-CN"
                     *               }
                     *             ],
                     *             "actions": [
                     *               {
                     *                 "event": "ASK_CUSTOMER",
                     *                 "step": "checking.assess",
                     *                 "title": "Ask for evidence",
                     *                 "tone": "neutral",
                     *                 "enabled": true,
                     *                 "to": [
                     *                   {
                     *                     "step": "checking.waiting-for-evidence",
                     *                     "title": "Waiting for the customer",
                     *                     "kind": "waits-for-customer"
                     *                   }
                     *                 ],
                     *                 "ends": false
                     *               }
                     *             ],
                     *             "team": "after-sales",
                     *             "tier": 1,
                     *             "skills": [
                     *               "refunds"
                     *             ],
                     *             "holder": null,
                     *             "holderName": null,
                     *             "enteredAt": "2026-11-22T08:31:00.000Z",
                     *             "dueAt": "2026-11-22T10:30:00.000Z",
                     *             "slaDueAt": "2026-11-22T10:30:00.000Z",
                     *             "slaBreached": false,
                     *             "cameFrom": null,
                     *             "mayAct": true,
                     *             "mayTake": true,
                     *             "takesOver": false,
                     *             "whyNot": null
                     *           }
                     *         ],
                     *         "actions": [
                     *           {
                     *             "event": "ASK_CUSTOMER",
                     *             "step": "checking.assess",
                     *             "title": "Ask for evidence",
                     *             "tone": "neutral",
                     *             "enabled": true,
                     *             "to": [
                     *               {
                     *                 "step": "checking.waiting-for-evidence",
                     *                 "title": "Waiting for the customer",
                     *                 "kind": "waits-for-customer"
                     *               }
                     *             ],
                     *             "ends": false
                     *           }
                     *         ],
                     *         "acts": [
                     *           "message",
                     *           "transfer",
                     *           "release"
                     *         ],
                     *         "mayNotWrite": null,
                     *         "mayNotUndo": null,
                     *         "facts": [
                     *           {
                     *             "name": "reason",
                     *             "title": "Reason",
                     *             "value": "damaged",
                     *             "valueTitle": "Arrived damaged",
                     *             "type": "string"
                     *           }
                     *         ],
                     *         "limits": [
                     *           {
                     *             "id": "orderRefunds",
                     *             "title": "Refunded on this order",
                     *             "key": "ORD-100234",
                     *             "used": 500,
                     *             "most": 943,
                     *             "left": 443
                     *           }
                     *         ],
                     *         "clocks": {
                     *           "now": "2026-11-22T08:35:00.000Z",
                     *           "dueAt": "2026-11-22T10:30:00.000Z",
                     *           "firstResponseDueAt": "2026-11-22T08:45:00.000Z",
                     *           "resolveDueAt": "2026-11-24T08:30:00.000Z",
                     *           "paused": false
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["TicketAndGuide"];
                };
            };
            /** @description A header says nothing that is understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It clashes with what is there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since you saw it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TakeController_take: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that the caller saw, in quotes */
                "If-Match"?: string;
                /** @description Kept for 24 h: the same key with the same request gets the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ticket": {
                     *         "id": "1024",
                     *         "number": 1024,
                     *         "sop": "refund-only",
                     *         "sopTitle": "Refund only",
                     *         "sopVersion": 3,
                     *         "subject": "The mug arrived broken",
                     *         "state": {
                     *           "checking": "assess"
                     *         },
                     *         "steps": [
                     *           "checking.assess"
                     *         ],
                     *         "stepTitles": [
                     *           "Assess the request"
                     *         ],
                     *         "status": "open",
                     *         "waitsFor": "person",
                     *         "outcome": null,
                     *         "outcomeTitle": null,
                     *         "priority": "normal",
                     *         "team": "after-sales",
                     *         "tier": 1,
                     *         "skills": [
                     *           "refunds"
                     *         ],
                     *         "tags": [],
                     *         "assignee": null,
                     *         "assigneeName": null,
                     *         "dueAt": "2026-11-22T10:30:00.000Z",
                     *         "version": 4,
                     *         "customer": {
                     *           "id": "C-20871",
                     *           "name": "王小雨",
                     *           "tier": "gold"
                     *         },
                     *         "channel": "web",
                     *         "lang": "zh-CN",
                     *         "data": {
                     *           "orderId": "ORD-100234",
                     *           "reason": "damaged"
                     *         },
                     *         "createdAt": "2026-11-22T08:30:00.000Z",
                     *         "updatedAt": "2026-11-22T08:31:00.000Z",
                     *         "firstResponseDueAt": "2026-11-22T08:45:00.000Z",
                     *         "firstRespondedAt": null,
                     *         "resolveDueAt": "2026-11-24T08:30:00.000Z",
                     *         "paused": false,
                     *         "stepDueAt": "2026-11-22T10:30:00.000Z",
                     *         "resolvedAt": null,
                     *         "reopenings": 0,
                     *         "escalations": 0,
                     *         "transfers": 0,
                     *         "mergedInto": null,
                     *         "brakedAt": null
                     *       },
                     *       "guide": {
                     *         "ticketId": "1024",
                     *         "version": 4,
                     *         "steps": [
                     *           {
                     *             "step": "checking.assess",
                     *             "kind": "human",
                     *             "title": "Assess the request",
                     *             "instructions": "Compare the photos with the order.",
                     *             "checklist": [
                     *               {
                     *                 "id": "photos",
                     *                 "text": "The photos show the damage"
                     *               }
                     *             ],
                     *             "form": null,
                     *             "replies": [
                     *               {
                     *                 "id": "ask-photos",
                     *                 "title": "Ask for photos",
                     *                 "text": "您好，麻烦补充几张照片。",
                     *                 "lang": "zh-CN"
                     *               }
                     *             ],
                     *             "actions": [
                     *               {
                     *                 "event": "ASK_CUSTOMER",
                     *                 "step": "checking.assess",
                     *                 "title": "Ask for evidence",
                     *                 "tone": "neutral",
                     *                 "enabled": true,
                     *                 "to": [
                     *                   {
                     *                     "step": "checking.waiting-for-evidence",
                     *                     "title": "Waiting for the customer",
                     *                     "kind": "waits-for-customer"
                     *                   }
                     *                 ],
                     *                 "ends": false
                     *               }
                     *             ],
                     *             "team": "after-sales",
                     *             "tier": 1,
                     *             "skills": [
                     *               "refunds"
                     *             ],
                     *             "holder": null,
                     *             "holderName": null,
                     *             "enteredAt": "2026-11-22T08:31:00.000Z",
                     *             "dueAt": "2026-11-22T10:30:00.000Z",
                     *             "slaDueAt": "2026-11-22T10:30:00.000Z",
                     *             "slaBreached": false,
                     *             "cameFrom": null,
                     *             "mayAct": true,
                     *             "mayTake": true,
                     *             "takesOver": false,
                     *             "whyNot": null
                     *           }
                     *         ],
                     *         "actions": [
                     *           {
                     *             "event": "ASK_CUSTOMER",
                     *             "step": "checking.assess",
                     *             "title": "Ask for evidence",
                     *             "tone": "neutral",
                     *             "enabled": true,
                     *             "to": [
                     *               {
                     *                 "step": "checking.waiting-for-evidence",
                     *                 "title": "Waiting for the customer",
                     *                 "kind": "waits-for-customer"
                     *               }
                     *             ],
                     *             "ends": false
                     *           }
                     *         ],
                     *         "acts": [
                     *           "message",
                     *           "transfer",
                     *           "release"
                     *         ],
                     *         "mayNotWrite": null,
                     *         "mayNotUndo": null,
                     *         "facts": [
                     *           {
                     *             "name": "reason",
                     *             "title": "Reason",
                     *             "value": "damaged",
                     *             "valueTitle": "Arrived damaged",
                     *             "type": "string"
                     *           }
                     *         ],
                     *         "limits": [
                     *           {
                     *             "id": "orderRefunds",
                     *             "title": "Refunded on this order",
                     *             "key": "ORD-100234",
                     *             "used": 500,
                     *             "most": 943,
                     *             "left": 443
                     *           }
                     *         ],
                     *         "clocks": {
                     *           "now": "2026-11-22T08:35:00.000Z",
                     *           "dueAt": "2026-11-22T10:30:00.000Z",
                     *           "firstResponseDueAt": "2026-11-22T08:45:00.000Z",
                     *           "resolveDueAt": "2026-11-24T08:30:00.000Z",
                     *           "paused": false
                     *         }
                     *       },
                     *       "lease": {
                     *         "expiresAt": "2026-11-22T08:34:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Held"];
                };
            };
            /** @description A header says nothing that is understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Your role may not do this.
             *
             *     Your role may not do this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It clashes with what is there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since you saw it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConnectionsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionList"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConnectionsController_test: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionProbe"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    LiveController_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example event: hello
                     *     data: {"now":"2026-11-22T08:30:00.000Z"}
                     */
                    "text/event-stream": string;
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many failed tries; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much is under way; `Retry-After` says when to ask again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MetricsController_overview: {
        parameters: {
            query?: {
                /** @description An instant, or a date: its start in `tz`. Default: 30 days before `to` */
                from?: string;
                /** @description Itself outside the range. Default: now */
                to?: string;
                tz?: string;
                team?: string;
                channel?: string;
                /** @description Of the SOP named by `sop` */
                version?: number;
                sop?: string;
                /** @description A person: only the tickets in which they held a visit, only the visits that they held */
                agent?: string;
                /** @description Also the period of the same length before */
                compare?: "previous";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverviewAnswer"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MetricsController_overviewTickets: {
        parameters: {
            query: {
                /** @description An instant, or a date: its start in `tz`. Default: 30 days before `to` */
                from?: string;
                /** @description Itself outside the range. Default: now */
                to?: string;
                tz?: string;
                team?: string;
                channel?: string;
                /** @description Of the SOP named by `sop` */
                version?: number;
                sop?: string;
                /** @description A person: only the tickets in which they held a visit, only the visits that they held */
                agent?: string;
                figure: "tickets" | "fcr-gross" | "fcr-strict" | "fcr-net" | "escalation" | "resolution-first" | "resolution-full" | "first-response" | "bot-response" | "first-response-on-time" | "sla-resolution" | "sla-steps" | "reopen";
                /** @description Also the tickets that were left out, with the reason */
                excluded?: boolean;
                /** @description Only these of its tickets, whatever `excluded` says; where a part counts what happened, `times` says how often */
                part?: "counted" | "met" | "unmet" | "left-out" | "open" | "resolved" | "cancelled" | "merged" | "by-agent" | "by-rule" | "by-clock" | "escalations" | "transfers" | "hand-backs" | "approvals" | "priority-changes" | "with-open" | "overdue" | "reopenings" | "customer-message" | "reopened" | "repeat-contact" | "targets-met" | "targets-missed" | "targets-pending";
                /** @description Only those left out for it */
                reason?: "immature" | "open" | "cancelled" | "merged" | "repeat" | "policy" | "waiting" | "unanswered" | "resolved-unanswered" | "unasked" | "pending" | "untargeted";
                /** @description nextCursor of the page before */
                cursor?: string;
                /** @description As CSV: everything */
                limit?: number;
                /** @description csv: a table for spreadsheets, as for `Accept: text/csv`; texts in the language of the caller */
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketPage"];
                    "text/csv": string;
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MetricsController_backlog: {
        parameters: {
            query?: {
                /** @description An instant, or a date: its start in `tz`. Default: 30 days before `to` */
                from?: string;
                /** @description Itself outside the range. Default: now */
                to?: string;
                tz?: string;
                team?: string;
                channel?: string;
                /** @description Of the SOP named by `sop` */
                version?: number;
                sop?: string;
                /** @description A person: only the tickets in which they held a visit, only the visits that they held */
                agent?: string;
                interval?: "hour" | "day";
                /** @description csv: a table for spreadsheets, as for `Accept: text/csv`; texts in the language of the caller */
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BacklogAnswer"];
                    "text/csv": string;
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MetricsController_backlogTickets: {
        parameters: {
            query: {
                /** @description An instant, or a date: its start in `tz`. Default: 30 days before `to` */
                from?: string;
                /** @description Itself outside the range. Default: now */
                to?: string;
                tz?: string;
                team?: string;
                channel?: string;
                /** @description Of the SOP named by `sop` */
                version?: number;
                sop?: string;
                /** @description A person: only the tickets in which they held a visit, only the visits that they held */
                agent?: string;
                /** @description open: at the end of the range; else what happened in it */
                what: "open" | "created" | "reopened" | "resolved" | "cancelled" | "merged";
                /** @description nextCursor of the page before */
                cursor?: string;
                /** @description As CSV: everything */
                limit?: number;
                /** @description csv: a table for spreadsheets, as for `Accept: text/csv`; texts in the language of the caller */
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BacklogTicketPage"];
                    "text/csv": string;
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    StepsController_steps: {
        parameters: {
            query: {
                /** @description An instant, or a date: its start in `tz`. Default: 30 days before `to` */
                from?: string;
                /** @description Itself outside the range. Default: now */
                to?: string;
                tz?: string;
                team?: string;
                channel?: string;
                /** @description Of the SOP named by `sop` */
                version?: number;
                sop: string;
                /** @description A person: only the tickets in which they held a visit, only the visits that they held */
                agent?: string;
                /** @description csv: a table for spreadsheets, as for `Accept: text/csv`; texts in the language of the caller */
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StepsAnswer"];
                    "text/csv": string;
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    StepsController_stepVisits: {
        parameters: {
            query: {
                /** @description An instant, or a date: its start in `tz`. Default: 30 days before `to` */
                from?: string;
                /** @description Itself outside the range. Default: now */
                to?: string;
                tz?: string;
                team?: string;
                channel?: string;
                /** @description Of the SOP named by `sop` */
                version?: number;
                sop: string;
                /** @description A person: only the tickets in which they held a visit, only the visits that they held */
                agent?: string;
                /** @description Required without `way` */
                step?: string;
                /** @description Only visits that went one of these ways: `from`, `event` and `to` of a flow of `/metrics/steps` with a tilde between them, nothing for null. `~opened~checking.assess`: tickets that began there; `checking.assess~REFUSE~`: nothing followed */
                way?: string[];
                /** @description Only these of its visits */
                part?: "open" | "finished" | "critical" | "again" | "escalated" | "failed" | "due" | "missed";
                /** @description nextCursor of the page before */
                cursor?: string;
                /** @description As CSV: everything */
                limit?: number;
                /** @description csv: a table for spreadsheets, as for `Accept: text/csv`; texts in the language of the caller */
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StepVisitPage"];
                    "text/csv": string;
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    StepsController_bottlenecks: {
        parameters: {
            query?: {
                /** @description An instant, or a date: its start in `tz`. Default: 30 days before `to` */
                from?: string;
                /** @description Itself outside the range. Default: now */
                to?: string;
                tz?: string;
                team?: string;
                channel?: string;
                /** @description Of the SOP named by `sop` */
                version?: number;
                sop?: string;
                /** @description A person: only the tickets in which they held a visit, only the visits that they held */
                agent?: string;
                /** @description Also the period of the same length before */
                compare?: "previous";
                /** @description csv: a table for spreadsheets, as for `Accept: text/csv`; texts in the language of the caller */
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BottlenecksAnswer"];
                    "text/csv": string;
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    StepsController_bottleneckVisits: {
        parameters: {
            query: {
                /** @description An instant, or a date: its start in `tz`. Default: 30 days before `to` */
                from?: string;
                /** @description Itself outside the range. Default: now */
                to?: string;
                tz?: string;
                team?: string;
                channel?: string;
                /** @description Of the SOP named by `sop` */
                version?: number;
                sop: string;
                /** @description A person: only the tickets in which they held a visit, only the visits that they held */
                agent?: string;
                step: string;
                /** @description Only visits that began on this day of the week: 1 = Monday … 7 = Sunday */
                weekday?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                /** @description As CSV: everything */
                limit?: number;
                /** @description csv: a table for spreadsheets, as for `Accept: text/csv`; texts in the language of the caller */
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BottleneckVisitPage"];
                    "text/csv": string;
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AgentsController_agents: {
        parameters: {
            query?: {
                /** @description An instant, or a date: its start in `tz`. Default: 30 days before `to` */
                from?: string;
                /** @description Itself outside the range. Default: now */
                to?: string;
                tz?: string;
                team?: string;
                channel?: string;
                /** @description Of the SOP named by `sop` */
                version?: number;
                sop?: string;
                /** @description A person: only the tickets in which they held a visit, only the visits that they held */
                agent?: string;
                /** @description Also the period of the same length before */
                compare?: "previous";
                /** @description csv: a table for spreadsheets, as for `Accept: text/csv`; texts in the language of the caller */
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentsAnswer"];
                    "text/csv": string;
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AgentsController_agentTickets: {
        parameters: {
            query: {
                /** @description An instant, or a date: its start in `tz`. Default: 30 days before `to` */
                from?: string;
                /** @description Itself outside the range. Default: now */
                to?: string;
                tz?: string;
                team?: string;
                channel?: string;
                /** @description Of the SOP named by `sop` */
                version?: number;
                sop?: string;
                /** @description The person */
                agent: string;
                /** @description Only those that a figure counts; where it counts what happened, `times` says how often */
                part?: "handled" | "active-days" | "replied" | "on-time" | "fcr" | "first-contact" | "reopen" | "reopened" | "reopenings" | "escalated";
                /** @description nextCursor of the page before */
                cursor?: string;
                /** @description As CSV: everything */
                limit?: number;
                /** @description csv: a table for spreadsheets, as for `Accept: text/csv`; texts in the language of the caller */
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentTicketPage"];
                    "text/csv": string;
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AuditController_list: {
        parameters: {
            query?: {
                from?: string;
                /** @description Not included */
                to?: string;
                /** @description The id of who did it */
                actor?: string;
                ticket?: string;
                act?: "session.began" | "session.proved" | "session.renewed" | "session.ended" | "installation.set-up" | "password.changed" | "person.created" | "person.changed" | "team.created" | "team.changed" | "skill.titled" | "sop.draft-saved" | "sop.draft-discarded" | "sop.published" | "connection.tested" | "figures.exported" | "connection.changed" | "access.refused" | "demo.made" | "backup.written" | "backup.restored" | "customer.read" | "customer.exported" | "ticket.acted" | "audit.read" | "seals.anchored" | "personal.erased";
                outcome?: "done" | "refused";
                /** @description Where the page before ended */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPageDto"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AuditController_acts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditActListDto"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AuditController_head: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditHeadDto"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AboutController_about: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AboutAnswer"];
                };
            };
        };
    };
    HealthController_readLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example live */
                        status?: string;
                    };
                };
            };
        };
    };
    HealthController_readReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ready" | "not-ready";
                        checks: {
                            database?: boolean;
                            migrations?: boolean;
                            storage?: boolean;
                            queue?: boolean;
                        };
                        /** @description What is away although work goes on */
                        warnings: "queue"[];
                    };
                };
            };
            /** @description It cannot, or the process is stopping */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ready" | "not-ready";
                        checks: {
                            database?: boolean;
                            migrations?: boolean;
                            storage?: boolean;
                            queue?: boolean;
                        };
                        /** @description What is away although work goes on */
                        warnings: "queue"[];
                    };
                };
            };
        };
    };
    PrometheusController_write: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
}
