namespace Renkei.Bot.Tests.Cards;

public sealed class ParticipantGalleryTests() : KeptCardsTests("Participants", (9, 9), ParticipantGallery.MakeAsync);
