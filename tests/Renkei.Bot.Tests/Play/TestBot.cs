using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Renkei.Activities.Turns;
using Renkei.Bot.Calendars;
using Renkei.Bot.Calendars.Embedded;
using Renkei.Bot.Checklists;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Bot.Downloads;
using Renkei.Bot.Features.Bookings;
using Renkei.Bot.Features.Checklist;
using Renkei.Bot.Features.Councils;
using Renkei.Bot.Features.Downloads;
using Renkei.Bot.Features.Exports;
using Renkei.Bot.Features.Feedback;
using Renkei.Bot.Features.Help;
using Renkei.Bot.Features.Invitations;
using Renkei.Bot.Features.Meetings;
using Renkei.Bot.Features.Membership;
using Renkei.Bot.Features.Participants;
using Renkei.Bot.Features.Polls;
using Renkei.Bot.Features.Preparation;
using Renkei.Bot.Features.Record;
using Renkei.Bot.Features.Reminders;
using Renkei.Bot.Features.Requests;
using Renkei.Bot.Features.Scheduling;
using Renkei.Bot.Features.Sheets;
using Renkei.Bot.Features.Summaries;
using Renkei.Bot.Features.Themes;
using Renkei.Bot.Feedback;
using Renkei.Bot.Groups;
using Renkei.Bot.Notices;
using Renkei.Bot.People;
using Renkei.Bot.Places;
using Renkei.Bot.Playbooks;
using Renkei.Bot.Polls;
using Renkei.Bot.Requests;
using Renkei.Bot.Scheduling;
using Renkei.Bot.Summaries;
using Renkei.Bot.Themes;
using Renkei.Domain.Calendars;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Themes;
using Renkei.Domain.Time;
using Renkei.Tables.Sqlite;

namespace Renkei.Bot.Tests.Play;

/// <summary>The whole bot without HTTP: its features on a store of their own, with the sample prefecture's places.</summary>
internal sealed class TestBot : IAsyncDisposable
{
    public const string Tenant = "5f6c1c52-1111-4a6e-9c1e-0a1b2c3d4e5f";
    public const string OtherTenant = "5f6c1c52-2222-4a6e-9c1e-0a1b2c3d4e5f";

    private readonly string folder;
    private readonly SqliteTable file;
    private readonly NoticeMetrics metrics;
    private readonly NoticeRound round;
    private int activities;

    /// <param name="administrators">Object ids of the first administrators.</param>
    public TestBot(params string[] administrators)
        : this(OrganisationLoader.LoadSample(), administrators) { }

    /// <param name="places">Other places than the sample prefecture's.</param>
    /// <param name="administrators">Object ids of the first administrators.</param>
    public TestBot(Organisation places, params string[] administrators)
    {
        Places = places;
        folder = Directory.CreateTempSubdirectory("renkei-bot-").FullName;
        file = new(new() { Path = Path.Combine(folder, "bot.db") });
        Table = new(file);
        People = new(Table, Places);
        Groups = new(Table);
        Themes = new(Table, Clock);
        Checklist = new(Table, Themes, Clock);
        NoticeClock time = new(Clock, TimeProvider.System);
        NoticeBell bell = new();
        IOptions<NoticeOptions> pace = Options.Create(new NoticeOptions { MessagesPerSecond = 200 });
        Pointers = new(Table, time, bell);
        Ledger = new(Table, Pointers, time);
        CouncilNotices = new(Table, Pointers, Templates, BusinessDays.National, Clock);
        Councils = new(Table, Templates, BusinessDays.National, CouncilNotices, Clock);
        Requests = new(Table, new(Pointers, Clock), Clock);
        Playbook = PlaybookLoader.LoadNational();
        PlaybookSet playbooks = new(Playbook, Places, []);
        Summaries = new(Themes, Councils, Requests, playbooks);
        Subscriptions = new(Table, Pointers, BusinessDays.National);
        Feedback = new(Table, new(Pointers, Clock), Clock);
        ReminderDesk reminders = new(Templates, Places, BusinessDays.National);
        NoticeChance chance = new(new Random(1));
        OwnCalendar = new(Table, Tenant, Clock);
        Calendars = new(tenant =>
            Calendar ?? (tenant == Tenant ? OwnCalendar : new EmbeddedCalendar(Table, tenant, Clock))
        );
        Plans = new(Table, Clock);
        Watch = new(Table, time, chance);
        Dates = new(Plans, Councils, Calendars, Watch, Pointers, chance, Clock);
        BookingPage booking = new(Calendars);
        Watcher = new(
            Watch,
            Plans,
            Calendars,
            Dates,
            time,
            Options.Create(new Renkei.Activities.Auth.InboundOptions()),
            Options.Create(new CalendarWatchOptions()),
            NullLogger<CalendarWatcher>.Instance
        );
        NoticePacer pacer = new(Table, time, pace);
        PollList pollList = new(Table);
        Polls = new(Table, pollList, Pointers, Clock);
        PollDecisions decisions = new(Dates, Plans);
        metrics = new();
        round = new(
            Pointers,
            Ledger,
            new(Ledger, new(People, time), pacer, Teams, time, chance, metrics, NullLogger<NoticeDelivery>.Instance),
            pacer,
            bell,
            [
                new CouncilReminderSource(Councils, CouncilNotices, reminders, Clock),
                new PollNoticeSource(Polls, pollList, decisions, BusinessDays.National, Clock),
                new BookingSource(Plans, Councils, booking, Clock),
                new RequestNoticeSource(Requests, People, Places, BusinessDays.National, Clock),
                new SummarySource(
                    Subscriptions,
                    Summaries,
                    SummaryDesk,
                    Places,
                    playbooks,
                    BusinessDays.National,
                    Clock
                ),
                new FeedbackNoticeSource(Feedback, Places),
            ],
            time,
            chance,
            pace,
            NullLogger<NoticeRound>.Instance
        );
        Routes = new(Router, People, Groups, Clock, NullLogger<BotRoutes>.Instance);
        CouncilDesk desk = new(Councils, Templates, Places, BusinessDays.National);
        DownloadLedger offers = new(Table, Clock);
        DownloadDesk downloads = new(offers, NullLogger<DownloadDesk>.Instance);
        HelpFeature help = new();
        IFeature[] features =
        [
            new ThemesFeature(Themes, People, Places, playbooks),
            new ChecklistFeature(Checklist, Themes, Places, playbooks),
            new CouncilsFeature(Councils, desk, Templates, Places, BusinessDays.National),
            new NewCouncilFeature(Councils, desk, Templates, Themes, People, Places, BusinessDays.National),
            new PurposeFeature(Councils, desk, Themes, People),
            new ParticipantsFeature(Councils, desk, People, Places),
            new MeetingsFeature(Councils, desk, Watch),
            new SchedulingFeature(
                Plans,
                Dates,
                booking,
                Calendars,
                Councils,
                desk,
                People,
                Places,
                BusinessDays.National,
                OfficeHours.Usual
            ),
            new BookingsFeature(Plans, Dates, booking, Councils, desk),
            new PapersFeature(Councils, desk),
            new TasksFeature(Councils, desk, Templates, People, BusinessDays.National),
            new SheetsFeature(Councils, desk),
            new InvitationsFeature(Councils, desk),
            new InvitationFilesFeature(desk, new(Table), downloads, NullLogger<InvitationFilesFeature>.Instance),
            new DayFeature(Councils, desk),
            new MinutesFeature(Councils, desk),
            new AgreementsFeature(Councils, desk),
            new EffectsFeature(desk, Themes, Checklist, playbooks),
            new PollsFeature(Polls, pollList),
            new NewPollFeature(
                Polls,
                Plans,
                Groups,
                People,
                BusinessDays.National,
                NullLogger<NewPollFeature>.Instance
            ),
            new PollChangesFeature(Polls, decisions, BusinessDays.National),
            new ExportsFeature(downloads, Themes, Checklist, Councils, desk, Places, playbooks),
            new SummaryExportFeature(downloads, Summaries, SummaryDesk, Places),
            new DownloadsFeature(downloads, offers, Uploads, NullLogger<DownloadsFeature>.Instance),
            new RemindersFeature(Councils, People, Ledger, reminders, new(Councils)),
            new LedgerFeature(
                new(Councils, Templates, Places, BusinessDays.National),
                Councils,
                CouncilNotices,
                Ledger,
                People
            ),
            new SettingsFeature(People, Councils, CouncilNotices),
            new NewRequestFeature(
                Requests,
                new(Themes, Councils, Polls, Plans, Feedback, playbooks),
                People,
                Places,
                BusinessDays.National,
                NullLogger<NewRequestFeature>.Instance
            ),
            new RequestListFeature(Requests, Places),
            new RequestsFeature(Requests, Places, BusinessDays.National),
            new RequestDeskFeature(Requests, Places),
            new SummariesFeature(Summaries, SummaryDesk, Places, playbooks),
            new SubscriptionsFeature(Subscriptions, Places, BusinessDays.National),
            new FeedbackFeature(Feedback, People, Places),
            new MembershipFeature(
                People,
                Groups,
                Places,
                new FirstAdministrators(administrators),
                NullLogger<MembershipFeature>.Instance
            ),
            help,
        ];
        foreach (IFeature feature in features)
        {
            feature.Register(Routes);
        }
        help.CheckCommands();
        Router.OnUnknownVerb(BotRoutes.StaleButtonAsync);
    }

    public StandingClock Clock { get; } = new();
    public RecordingTeams Teams { get; } = new();
    public RecordingUploads Uploads { get; } = new();
    public WatchedTable Table { get; }
    public Organisation Places { get; }
    public Playbook Playbook { get; }
    public PeopleStore People { get; }
    public GroupStore Groups { get; }
    public ThemeStore Themes { get; }
    public ChecklistStore Checklist { get; }
    public CouncilTemplates Templates { get; } = CouncilTemplateLoader.Load();
    public CouncilStore Councils { get; }
    public CouncilNotices CouncilNotices { get; }
    public PollStore Polls { get; }
    public RequestStore Requests { get; }
    public SummaryReader Summaries { get; }
    public SubscriptionStore Subscriptions { get; }
    public SummaryDesk SummaryDesk { get; } = new();
    public FeedbackStore Feedback { get; }
    public NoticePointers Pointers { get; }
    public NoticeLedger Ledger { get; }
    public PlanStore Plans { get; }
    public PlanWatch Watch { get; }
    public DateDesk Dates { get; }
    public CalendarWatcher Watcher { get; }
    public TenantCalendars Calendars { get; }
    public EmbeddedCalendar OwnCalendar { get; }

    /// <summary>Stands in for every tenant's calendar where a test sets it.</summary>
    public ICalendar? Calendar { get; set; }
    public TurnRouter Router { get; } = new();
    public BotRoutes Routes { get; }

    /// <summary>A watcher of another instance, at another time of the machine.</summary>
    public CalendarWatcher WatcherAt(DateTimeOffset real)
    {
        NoticeClock time = new(Clock, new StandingClock { Now = real });
        return new(
            new(Table, time, new(new Random(2))),
            Plans,
            Calendars,
            Dates,
            time,
            Options.Create(new Renkei.Activities.Auth.InboundOptions()),
            Options.Create(new CalendarWatchOptions()),
            NullLogger<CalendarWatcher>.Instance
        );
    }

    /// <summary>Sends what is due now, as the dispatcher would.</summary>
    public Task SendDueAsync() => round.RunAsync(Tenant, CancellationToken.None);

    /// <summary>Makes it this time in Japan and sends what is due then.</summary>
    public Task GoToAsync(int year, int month, int day, int hour, int minute)
    {
        Clock.Now = TokyoTime.Instant(new(year, month, day), new(hour, minute));
        return SendDueAsync();
    }

    /// <summary>An id no activity had yet.</summary>
    public string NextActivityId() => $"{Interlocked.Increment(ref activities)}";

    /// <summary>Somebody Renkei never met.</summary>
    public Player Stranger(string name, int number, string locale = "ja-JP", string tenant = Tenant) =>
        new(this, name, IdOf(number), locale, tenant);

    /// <summary>Somebody who is registered and has written before.</summary>
    public async Task<Player> EnterAsync(
        string name,
        int number,
        Role role,
        string? centre,
        string? municipality = null,
        string locale = "ja-JP",
        string tenant = Tenant,
        string? prefecture = null
    )
    {
        Player player = Stranger(name, number, locale, tenant);
        Person person = new(player.Id, name, role, centre, municipality)
        {
            Area = prefecture is null ? null : Places.AreaOf(prefecture),
        };
        await People.TryAddAsync(new(player.Id, name, person, null, player.Contact, default), CancellationToken.None);
        return player;
    }

    public Task<Player> SatoAsync(string locale = "ja-JP") =>
        EnterAsync("佐藤 美咲", 3, Role.Nurse, "tobu", locale: locale);

    public Task<Player> TanakaAsync(string locale = "ja-JP") =>
        EnterAsync("田中 浩", 5, Role.Nurse, "tobu", locale: locale);

    public Task<Player> SuzukiAsync() => EnterAsync("鈴木 彩", 6, Role.Nurse, "chubu");

    public Task<Player> TakahashiAsync() => EnterAsync("高橋 恵", 1, Role.HeadOffice, null);

    /// <summary>A theme of 東部 that concerns あおば市 only.</summary>
    public async Task<ThemeId> ThemeAsync(params Player[] members)
    {
        ThemeId id = ThemeId.Of("tobu", FiscalYear.Containing(Clock.Now).Year, "taiin");
        PersonRef[] refs = [.. members.Select(m => m.Ref)];
        PersonRef by = refs.FirstOrDefault() ?? new(IdOf(99), "川上 由美");
        await Themes.AddAsync(
            Tenant,
            new(id, "退院支援ルールづくり", "discharge", ["002020"], refs, by, Clock.Now.AddDays(-30)),
            CancellationToken.None
        );
        return id;
    }

    public static string IdOf(int number) => $"00000000-0000-4000-a000-{number:D12}";

    public async ValueTask DisposeAsync()
    {
        metrics.Dispose();
        Watcher.Dispose();
        await file.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
