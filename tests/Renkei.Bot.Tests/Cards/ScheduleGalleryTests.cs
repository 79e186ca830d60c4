namespace Renkei.Bot.Tests.Cards;

public sealed class ScheduleGalleryTests() : KeptCardsTests("Schedule", (25, 25), ScheduleGallery.MakeAsync);
