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
         * @description Failed tries are limited; a successful one sets the count of the address back.
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
         * @description A session lasts 12 h at most from the sign-in, however often it is renewed.
         */
        post: operations["AuthController_renew"];
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
         * Sign out everywhere
         * @description Ends all sessions of the user, on every device: here at once, in other processes within 2 s.
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
        /** Change my name or language */
        patch: operations["MeController_change"];
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
        /** Create a user */
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
         * Change name, language, roles, skills, teams, or whether the user is active
         * @description Counts at once here and in other processes within 2 s. The last administrator stays one.
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
        /** Set a password; ends all sessions of the user */
        put: operations["UsersController_setPassword"];
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
         * Change title, calendar or members of a team
         * @description A changed calendar counts for what is computed from then on, in every process within 2 s.
         */
        patch: operations["TeamsController_change"];
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
        get?: never;
        /** Stores the draft of an SOP, with whatever findings it has */
        put: operations["SopsController_saveDraft"];
        post?: never;
        delete?: never;
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
        /** The tickets that the caller may see, newest first */
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
         * @description 409 not accepted in this step, or the way is closed (with `why`); 412 stale version; 422 the form is not valid.
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
        /** This ticket goes on in another one */
        post: operations["TicketActsController_merge"];
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
        /** The conversation, oldest first */
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
        /** Keeps a held ticket for another lease; to be called well before the lease ends */
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
    "/api/metrics/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * FCR, escalation rate, resolution time and first response
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
    "/api/metrics/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The figures of each step of an SOP
         * @description Of the visits entered in [from, to), one row per version and step.
         */
        get: operations["MetricsController_steps"];
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
        /** The visits, with their tickets, behind the figures of a step */
        get: operations["MetricsController_stepVisits"];
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
        /** Requests can be served: database, migrations and queue are there */
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
             * @description Up to which tier they work; 3 = supervisor
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
        TeamDto: {
            /** @example after-sales */
            id: string;
            title: components["schemas"]["TextDto"];
            /**
             * @description When the team works; null = always. `weekly`: hours by weekday; `holidays`: days off; `workdays`: moved working days; `covers`: first and last year whose days off are known.
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
            /** @description E.g. a year whose days off are missing */
            warnings: components["schemas"]["TextDto"][];
        };
        TeamListDto: {
            items: components["schemas"]["TeamDto"][];
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
             * @description When the team works; null = always. `weekly`: hours by weekday; `holidays`: days off; `workdays`: moved working days; `covers`: first and last year whose days off are known.
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
            /** @description E.g. a year whose days off are missing */
            warnings: components["schemas"]["TextDto"][];
            members: components["schemas"]["TeamMemberDto"][];
        };
        NewMemberDto: {
            /** Format: uuid */
            userId: string;
            /**
             * @description Up to which tier they work; 3 = supervisor
             * @example 1
             */
            tier: number;
        };
        NewTeamDto: {
            /** @example after-sales */
            id: string;
            title: components["schemas"]["TextDto"];
            /**
             * @description When the team works; null = always. `weekly`: hours by weekday; `holidays`: days off; `workdays`: moved working days; `covers`: first and last year whose days off are known.
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
            members?: components["schemas"]["NewMemberDto"][];
        };
        TeamChangeDto: {
            title?: components["schemas"]["TextDto"];
            /**
             * @description When the team works; null = always. `weekly`: hours by weekday; `holidays`: days off; `workdays`: moved working days; `covers`: first and last year whose days off are known.
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
            /** @description Replaces all members */
            members?: components["schemas"]["NewMemberDto"][];
        };
        IntakeAnswer: {
            /** @description JSON Schema 2020-12 of the `data` of a new ticket */
            form: {
                [key: string]: unknown;
            };
        };
        SopItem: {
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
            titles: {
                [key: string]: string;
            };
            /** @description In the language of the caller */
            description: string;
            descriptions: {
                [key: string]: string;
            };
            /**
             * @description The version on which new tickets begin; null while there is only a draft
             * @example 3
             */
            version: number | null;
            /** @example after-sales */
            team: string;
            /** @example after-sales@shop.example */
            owner: string;
            intake: components["schemas"]["IntakeAnswer"];
            /** @description There is a draft that is not published */
            hasDraft: boolean;
            /** Format: date-time */
            publishedAt: string | null;
        };
        SopPage: {
            items: components["schemas"]["SopItem"][];
            nextCursor: string | null;
        };
        VersionItem: {
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
            /** Format: date-time */
            publishedAt: string;
        };
        VersionPage: {
            items: components["schemas"]["VersionItem"][];
            nextCursor: string | null;
        };
        FindingItem: {
            /** @example unknown-target */
            code: string;
            /** @enum {string} */
            severity: "error" | "warning";
            /**
             * @description In the language of the caller
             * @example there is no state "refnd"
             */
            message: string;
            messages: {
                [key: string]: string;
            };
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
        CheckAnswer: {
            /** @description No finding of severity error */
            ok: boolean;
            findings: components["schemas"]["FindingItem"][];
        };
        DraftAnswer: {
            /** @description No finding of severity error */
            ok: boolean;
            findings: components["schemas"]["FindingItem"][];
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
        PublishAnswer: {
            /** @example return-refund */
            id: string;
            /** @example 4 */
            version: number;
            /** @description False: there was nothing new to publish, and `version` is the newest there was */
            created: boolean;
            /** @description Warnings */
            findings: components["schemas"]["FindingItem"][];
        };
        CustomerDto: {
            /** @example C-20871 */
            id: string;
            /** @example 王小雨 */
            name?: string;
            /**
             * @description standard, gold, vip or a tier of your own
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
             * @description Default: what the SOP's rules say
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
            /** @description Default: one tier up */
            to?: components["schemas"]["EscalateToDto"];
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
        };
        PriorityDto: {
            /** @enum {string} */
            priority: "low" | "normal" | "high" | "urgent";
            reason?: string;
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
        NextDto: {
            /**
             * @description Only tickets that wait for one of these teams of yours; default: all your teams
             * @example [
             *       "after-sales"
             *     ]
             */
            teams?: string[];
        };
        ReleaseDto: {
            /** @example End of my shift */
            reason: string;
        };
        FilterAnswer: {
            /** @example after-sales */
            team: string | null;
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
        FcrAnswer: {
            /** @description Resolved in the first contact, of all issues whose window has passed */
            gross: components["schemas"]["RateAnswer"];
            /** @description Gross, without escalation, transfer or hand-over */
            strict: components["schemas"]["RateAnswer"];
            /** @description Gross, of the issues without a contact that policy forces */
            net: components["schemas"]["RateAnswer"];
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
            /** @example 7 */
            transfers: number;
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
            /** @description Inside the business hours of the team */
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
        OverviewAnswer: {
            /**
             * @description Version of the definitions
             * @example 1.0
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
            /** @enum {string} */
            status: "open" | "resolved" | "cancelled" | "merged";
            /** @example logistics */
            team: string;
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
             * @description Resolution times only
             * @example 3600
             */
            businessSeconds?: number;
            /**
             * @description Resolution times only
             * @example 1800
             */
            netSeconds?: number;
        };
        TicketPage: {
            items: components["schemas"]["TicketItem"][];
            nextCursor: string | null;
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
            /** @description Visits beyond the first of a ticket, of all visits */
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
        StepsAnswer: {
            /**
             * @description Version of the definitions
             * @example 1.0
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
            /**
             * @description The ticket it counts with, when it was merged
             * @example 1042
             */
            root: string;
            /** @example The parcel never came */
            subject: string;
            /** @enum {string} */
            status: "open" | "resolved" | "cancelled" | "merged";
            /** @example 3 */
            version: number;
            /**
             * @description Number of the visit in its ticket
             * @example 2
             */
            no: number;
            /** @example human */
            kind: string;
            /** Format: date-time */
            enteredAt: string;
            /** Format: date-time */
            exitedAt: string | null;
            /** @example APPROVE */
            leftBy: string | null;
            /** @example logistics */
            team: string;
            /** @example 1 */
            tier: number;
            escalated: boolean;
            /** @description Left because an automation failed */
            failed: boolean;
            /** Format: date-time */
            slaDueAt: string | null;
            slaBreached: boolean | null;
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
            items: components["schemas"]["StepVisitItem"][];
            nextCursor: string | null;
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
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Too many failed tries; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
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
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
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
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
        };
    };
    AuthController_setup: {
        parameters: {
            query?: never;
            header?: never;
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
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
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
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
        };
    };
    MeController_change: {
        parameters: {
            query?: never;
            header?: never;
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
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
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
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
        };
    };
    UsersController_create: {
        parameters: {
            query?: never;
            header?: never;
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
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description It clashes with what is there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
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
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
        };
    };
    UsersController_change: {
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
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description It clashes with what is there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
        };
    };
    UsersController_setPassword: {
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
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
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
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
        };
    };
    TeamsController_create: {
        parameters: {
            query?: never;
            header?: never;
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
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description It clashes with what is there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
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
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
        };
    };
    TeamsController_change: {
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
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description It clashes with what is there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
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
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
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
                    "application/json": components["schemas"]["VersionPage"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
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
                    "application/json": {
                        [key: string]: unknown;
                    };
                    "application/yaml": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
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
                    "application/json": components["schemas"]["CheckAnswer"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
        };
    };
    SopsController_saveDraft: {
        parameters: {
            query?: never;
            header?: {
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
                    "application/json": components["schemas"]["DraftAnswer"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description The request was refused. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
        };
    };
    SopsController_publish: {
        parameters: {
            query?: never;
            header?: {
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
                    "application/json": components["schemas"]["PublishAnswer"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description It clashes with what is there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description The request was refused. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
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
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
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
                /** @description Words of the subject, a customer's name or id, or a ticket's number */
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
                    "application/json": Record<string, never>;
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
        };
    };
    TicketsController_open: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 24 h */
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
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
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
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
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
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
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
                /** @description Kept for 24 h */
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
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
        };
    };
    TicketsController_history: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
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
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
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
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
        };
    };
    TicketActsController_escalate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 24 h */
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
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
        };
    };
    TicketActsController_transfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 24 h */
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
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
        };
    };
    TicketActsController_reopen: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 24 h */
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
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
        };
    };
    TicketActsController_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 24 h */
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
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
        };
    };
    TicketActsController_merge: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 24 h */
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
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
        };
    };
    TicketActsController_prioritise: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 24 h */
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
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
        };
    };
    TicketActsController_messages: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                limit?: number;
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
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
        };
    };
    TicketActsController_say: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 24 h */
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
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
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
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
        };
    };
    DeskController_next: {
        parameters: {
            query?: never;
            header?: never;
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
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Nothing waits for the caller. */
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
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
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
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description It clashes with what is there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
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
                /** @description Kept for 24 h */
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
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description It clashes with what is there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
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
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
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
                figure: "fcr-gross" | "fcr-strict" | "fcr-net" | "escalation" | "resolution-first" | "resolution-full" | "first-response" | "bot-response" | "first-response-on-time";
                /** @description Also the tickets that were left out, with the reason */
                excluded?: boolean;
                /** @description nextCursor of the page before */
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
                    "application/json": components["schemas"]["TicketPage"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
        };
    };
    MetricsController_steps: {
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
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
        };
    };
    MetricsController_stepVisits: {
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
                step: string;
                /** @description nextCursor of the page before */
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
                    "application/json": components["schemas"]["StepVisitPage"];
                };
            };
            /** @description Nobody is signed in, or the token has expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description Your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
                };
            };
            /** @description The body does not fit; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** @example urn:stepwise:problem:forbidden */
                        type: string;
                        /** @example Not allowed */
                        title: string;
                        /** @example 403 */
                        status: number;
                        detail: string;
                        errors?: {
                            /** @example /email */
                            pointer?: string;
                            message?: string;
                        }[];
                    };
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
                            queue?: boolean;
                        };
                    };
                };
            };
            /** @description One of them is not, or the process is stopping */
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
                            queue?: boolean;
                        };
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
