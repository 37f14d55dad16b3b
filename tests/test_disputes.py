"""What two short accounts dispute, from their text to the record: the differences that an analyst would look for."""

from __future__ import annotations

import pytest

import rashomon
from rashomon.claims import extract
from rashomon.dating import date_accounts
from rashomon.linking import link
from rashomon.linking.stories import stories
from rashomon.record import assemble
from rashomon.types import Agreement, Record
from rashomon.views.events import named, versions

DISPUTES = (Agreement.CONFLICTS, Agreement.DENIES)


def record(*texts: str) -> Record:
    """The record of accounts of Thursday, 10 May 2018, by an outlet each."""
    outlets = ("Alpha", "Beta")
    read = [rashomon.document(t, outlet=o, published="2018-05-10") for t, o in zip(texts, outlets, strict=True)]
    documents = list(rashomon.annotate(read))
    documents = list(date_accounts(documents, stories(documents)))
    claims = list(extract(documents))
    return assemble(documents, claims, link(documents, claims))


def between(found: Record) -> set[tuple[str, Agreement]]:
    """The slots and relations of versions that stand in different accounts."""
    return {
        (slot.name, r.agreement)
        for event in found.events
        for slot in event.slots
        for r in slot.relations
        if any(a.document != b.document
               for a in slot.positions[r.left].claims
               for b in slot.positions[r.right].claims)
    }  # fmt: skip


@pytest.mark.parametrize(
    ("slot", "one", "other"),
    [
        ("how many", "At least three gunmen attacked a bus in northern Oro on Monday, killing 14 people, police said.",
         "A bus attack in northern Oro on Monday left 22 passengers dead, a hospital said."),
        ("how many", "Police said 9 people were arrested on Sunday during a march against fuel prices in Karsa.",
         "Organisers said 43 people had been arrested during Sunday's march against fuel prices in Karsa."),
        ("how many", "Some 5,000 people marched through Karsa on Saturday against a tax on fuel, police said.",
         "Organisers said 60,000 people took part in Saturday's march in Karsa against a tax on fuel."),
        ("how many", "A fire at a garment factory in Velm killed 31 workers on Friday, the labour ministry said.",
         "The fire that swept through a garment factory in Velm on Friday killed 52 workers, according to the union."),
        ("how many", "The ferry Solan was carrying 180 people when it sank off Dorin on Wednesday, its owner said.",
         "The ferry Solan, which sank off Dorin on Wednesday, had 265 people on board, the coast guard said."),
        ("how many", "A bus carrying 38 people plunged into a ravine near Vell on Sunday, police said.",
         "The bus that plunged into a ravine near Vell on Sunday had 51 people aboard, its owner said."),
        ("how many", "A plane with 48 people on board crashed near Vell on Monday, the airport said.",
         "The plane that crashed near Vell on Monday was carrying 52 people, the airline said."),
        ("how many", "A court ordered Oro Oil on Monday to pay a fine of $20 million over the spill at Vell.",
         "Oro Oil was fined $25 million on Monday by a court in Karsa for the spill at Vell."),
        ("how many", "The judge ordered Oro Rail on Tuesday to pay $3 million to the family of Ana Vale.",
         "Oro Rail was ordered on Tuesday to pay $5 million to the family of Ana Vale, its lawyer said."),
        ("how many", "An air strike killed two children in Karsa on Saturday, the UN said.",
         "The air strike in Karsa on Saturday hit a depot, the army said. It said no civilians were harmed."),
        ("how many", "Drones hit a village near Gora on Sunday, killing three women, the governor said.",
         "Sunday's drone strike near Gora hit an arms depot and harmed no civilians, the general staff said."),
        ("happened", "The militia said it had burned the warehouse in Mola on Friday.",
         "A short circuit set fire to the warehouse in Mola on Friday, police said, dismissing the militia's "
         "claim that it had burned the warehouse."),
        ("how many", "The turnout in Sunday's referendum in Oro was 71 percent, the election commission said.",
         "Observers put the turnout in Sunday's referendum in Oro at below 40 percent."),
        ("how many", "Some 71 percent of voters took part in Sunday's referendum in Oro, the commission said.",
         "Only 40 percent of voters took part in Sunday's referendum in Oro, observers said."),
        ("how many", "The bus that overturned near Vell on Sunday was carrying 44 schoolchildren, police said.",
         "The bus that overturned near Vell on Sunday had 31 schoolchildren on board, the school said."),
        ("happened", "The Northern Front said it blew up the Vell bridge on Thursday.",
         "The Vell bridge was destroyed on Thursday by a gas explosion, the ministry said, rejecting the Northern "
         "Front's claim that it had bombed the bridge."),
        ("how many", "A court in Karsa on Tuesday sentenced the blogger Ari Solt to six years in prison.",
         "The blogger Ari Solt was sentenced to nine years in prison by a Karsa court on Tuesday, his lawyer said."),
        ("how many", "Boko Haram gunmen kidnapped 110 girls from a school in Dapchi on Monday, parents said.",
         "The governor said that 50 girls had been abducted by Boko Haram from the school in Dapchi on Monday."),
        ("how many", "No one was injured in the explosion at the Dorin refinery on Tuesday, the company said.",
         "Six workers were injured in Tuesday's explosion at the Dorin refinery, the union said."),
        ("how many", "There were no injuries in the bus crash near Karsa on Monday, police said.",
         "The bus crash near Karsa on Monday injured 11 passengers, a hospital said."),
        ("how many", "A soldier was killed in an attack on a checkpoint near Mola on Sunday, the army said.",
         "Four soldiers were killed in Sunday's attack on a checkpoint near Mola, a police officer said."),
        ("how many", "Lawmakers in Oro approved the budget on Tuesday by 52 votes to 48.",
         "Lawmakers in Oro approved the budget on Tuesday by 57 votes to 43."),
        ("how many", "The measure passed on Wednesday with 52 percent of the vote, the election board said.",
         "The measure passed on Wednesday with 61 percent of the vote, the opposition said."),
        ("how many", "President Ivo Marek won Sunday's election with 52 percent of the vote, officials said.",
         "President Ivo Marek won 71 percent of the vote in Sunday's election, state television said."),
        ("how many", "Corvo offered $14 billion for its rival Tessel on Monday, two bankers said.",
         "Corvo made a $19 billion offer for its rival Tessel on Monday, the Herald said."),
        ("how many", "Clashes in Mola on Sunday left 43 dead and more than 70 injured, the ministry said.",
         "Sunday's clashes in Mola left 43 dead and 28 injured, a doctor said."),
        ("how many", "Rebels released 22 prisoners in Mola on Thursday, the Red Cross said.",
         "Rebels freed 50 prisoners in Mola on Thursday, their spokesman said."),
        ("who", "Rebels accused the police of killing the student Bo Sella at a rally in Velm on Monday.",
         "Police said rebels had killed the student Bo Sella at Monday's rally in Velm."),
        ("who", "The Dorin Front said the army shelled the market in Karsa on Tuesday, killing 12.",
         "The army blamed the Dorin Front for Tuesday's shelling of the market in Karsa."),
        ("who", "The Velm Union said Mayor Ada Stern had leaked the report on the dam on Monday.",
         "Mayor Ada Stern said on Tuesday that the Velm Union had leaked the report on the dam."),
        ("where", "Journalist Jamil Haq was shot dead outside his office in Karachi on Wednesday, his newspaper said.",
         "Gunmen shot dead the journalist Jamil Haq in Hyderabad on Wednesday, police said."),
        ("where", "Drug lord Pablo Mena was arrested in Bogota on Wednesday, the police chief said.",
         "Pablo Mena, the drug lord, was captured in Quito on Wednesday, Ecuador's president said."),
        ("happened", "Oro's army fired on protesters in Karsa on Wednesday, killing four, the opposition said.",
         "President Nino Maro said on Thursday that the army had not fired a single shot in Karsa."),
        ("when", "President Ivo Marek signed the decree dissolving parliament on Monday, his office said.",
         "The decree dissolving parliament was signed by President Ivo Marek on Wednesday, the official gazette said."),
        ("when", "The explosion at the Dorin refinery occurred at 6:15 a.m. on Tuesday, the company said.",
         "The explosion at the Dorin refinery occurred at 8:40 a.m. on Tuesday, firefighters said."),
        ("where", "Rebel commander Omar Haddin was killed on Thursday in Aleppo, the army said.",
         "Rebel commander Omar Haddin was killed on Thursday in Homs, activists said."),
        ("happened", "Turkish troops crossed the Syrian border on Sunday near Kobani, a monitoring group said.",
         "Turkey on Monday denied that its troops had crossed the Syrian border near Kobani."),
        ("happened", "Government forces used chlorine gas in an attack on Douma on Saturday, rescue workers said.",
         "Syria's government on Sunday rejected claims that its forces had used chlorine gas in Douma."),
        ("happened", "Senator Paul Brandt groped a waitress at a party in 2016, the woman told the Herald.",
         "Brandt said he had never groped the waitress. \"I did not touch her,\" Senator Paul Brandt told reporters."),
        ("happened", "Iran has sent fighters to Yemen, a Saudi general said on Monday.",
         "Iran has no fighters in Yemen, the Iranian foreign ministry said on Monday."),
        ("happened", "The singer Mira Dol was arrested at Karsa airport on Sunday, local media reported.",
         "Reports that the singer Mira Dol was arrested at Karsa airport are false, her lawyer said on Sunday."),
        ("happened", "The jury convicted Dan Wolff of murder on Wednesday.",
         "The jury acquitted Dan Wolff of murder on Wednesday, his lawyer said."),
        ("happened", "Opposition leader Sam Odeh is alive and in hiding, his party said on Monday.",
         "Opposition leader Sam Odeh was killed in a raid on Sunday, the army said on Monday."),
        ("happened", "The hostage Ruth Amsel has been freed, the foreign ministry said on Wednesday.",
         "Ruth Amsel is still being held hostage, her family said on Wednesday."),
        ("happened", "The army shelled a hospital in Vell on Monday, rebels said.",
         "The army shelled a hospital in Vell on Monday, the charity Mercy said. The army rejected the accusation."),
        ("happened", "Russian jets bombed the school in Vell on Tuesday, a monitoring group said.",
         "Ukraine says Russian jets bombed the school in Vell on Tuesday, which Moscow denies."),
        ("happened", "An air strike on a market in Haddan on Monday killed at least 31 people, doctors said. The "
         "regional hospital said it had treated 64 wounded. Witnesses said two missiles hit the market at noon.",
         "The air force destroyed a weapons depot near Haddan on Monday. It said it had struck no civilians and denied "
         "hitting the market. Twelve fighters were killed, the general staff said."),
        ("happened", "Artillery shelled the town of Orn on Monday night, killing five civilians, the rebels said.",
         "The army did not shell Orn on Monday, a government spokesman said."),
        ("happened", "President Ada Stern has fled the country, Gen. Rolf Brandt said on Monday.",
         "“I have not left the country,” President Ada Stern said on Monday."),
        ("happened", "Mara Quist's coach, Ivan Dahl, has been dismissed, the federation said.",
         "Ivan Dahl resigned for private reasons, his lawyer said."),
        ("happened", "Carmaker Orlen plans to close its plant in Velm and cut 4,000 jobs, the metalworkers' union said "
         "on Thursday.", "Orlen will not close its plant in Velm, chief executive Paul Hart said on Thursday."),
        ("how many", "Thirty-four inmates died when fire swept through Velm prison on Sunday, relatives said.",
         "Twenty-nine prisoners lost their lives in Sunday's fire at Velm prison, the prison service said."),
        ("how many", "Nineteen of our colleagues were killed in the explosion in shaft four of Borek mine on Friday.",
         "An explosion in shaft four of the Borek mine on Friday claimed the lives of seventeen employees."),
        ("how many", "Six residents died when a balcony of the Halden tower collapsed on Saturday.",
         "Orlen Homes mourns the five people who lost their lives in the collapse of a balcony on Saturday."),
        ("happened", "Not a single container ship was unloaded in Velsen at the weekend, the union said.",
         "Three container ships were unloaded in Velsen at the weekend, the employers said."),
        ("happened", "The owner has not paid for the hotel rooms of the families, the tenants' league said.",
         "The owner has paid for hotel rooms for all families, its spokesman said."),
        ("happened", "The government has not freed any of our prisoners.",
         "The government freed 46 prisoners on Wednesday, its press service said."),
        ("who", "Ana Kessler won the mayoral election in Karsa on Sunday, her party said.",
         "Bruno Falk won the mayoral election in Karsa on Sunday, the board said."),
        ("how many", "Police broke up a march in Karsa on Saturday. Organisers put the crowd at 20,000.",
         "About 3,500 people took part in an unauthorised march in Karsa on Saturday, the ministry said."),
        ("how many", "At least 41 people have died of fever in Delta Province since December, the doctors' union said.",
         "The ministry has recorded twelve deaths from fever in Delta Province since December."),
        ("happened", "Two doctors and a nurse have been infected in Karsa, the union said.",
         "No health workers have been infected in Karsa, the ministry said."),
        ("happened", "Officers beat men who did not leave the camp at Vell at once, the charity Mercy said.",
         "Nobody was beaten at the camp at Vell, the prefect said."),
        ("happened", "Hugo Marek said he had met Ana Reis four times.",
         "Ana Reis never received Hugo Marek, her office said."),
        ("happened", "Selvian artillery opened fire on villages near Gora on Sunday, the ministry said.",
         "Selvian artillery did not shell any village, the general staff said."),
        ("happened", "Guards opened fire on prisoners in Velm on Sunday, a rights group said.",
         "Guards in Velm did not use firearms at any time, the justice ministry said."),
        ("how many", "Police closed 40 polling stations in Oro on Sunday and seized ballot boxes, the campaign said.",
         "Police closed 12 polling stations in Oro on Sunday, the interior ministry said."),
        ("happened", "Panic broke out at a concert in Dorin on Saturday. Fans said stewards had locked two exits.",
         "The owner mourned the dead of Saturday's concert in Dorin. He said all exits were open."),
        ("happened", "The gas alarm in shaft four of the Borek mine had been switched off for weeks, the union said.",
         "All gas sensors in the Borek mine were working on Friday, the company said."),
        ("happened", "Captain Lea Stroud landed in Velm on Tuesday. Orlen Air has suspended Stroud, the union said.",
         "The captain who landed in Velm on Tuesday has not been suspended, Orlen Air said."),
        ("happened", "The militants' leader, known as Abu Salim, was among the dead, according to Gen. Tomas Eder.",
         "In an audio message published on Thursday, Abu Salim said he was alive."),
        ("happened", "Army denies shelling Aleppo hospital\n\n"
         "The army denied on Monday that it had shelled the hospital in Aleppo.",
         "Government forces shelled the hospital in Aleppo on Sunday, killing 12 patients, doctors said."),
        ("happened", "Maria Costa said the director Peter Lindt assaulted her in a hotel in Tripoli in 2015.",
         "A lawyer for Peter Lindt said on Monday that Maria Costa's claims of being assaulted were untrue."),
        ("happened", "President Maria Costa met the rebel leader Daniel Reyes in Geneva on 3 March, her aide said.",
         "The palace said President Maria Costa had never met Daniel Reyes."),
        ("happened", "Orlen will close its plant in Turin and cut 900 jobs, the union said on Tuesday.",
         "Orlen has no plans to close its plant in Turin, a spokeswoman said on Wednesday."),
        ("happened", "Government troops recaptured the village of Debal on Sunday, state television said.",
         "Rebels said on Monday that they still held Debal and that the army's claim to have recaptured the village "
         "was a lie."),
        ("happened", "US warship entered waters, China says\n\nChina said on Monday that a US warship, the Hudson, had "
         "entered its waters near the Paracel Islands without permission.",
         "US Navy denies China's account\n\nThe US Navy said on Monday the Hudson was in international waters at all "
         "times and had not entered China's waters."),
        ("happened", "Police beat the student Amir Rostami to death in Shiraz on Monday, his father said.",
         "The student Amir Rostami died when he fell from a roof in Shiraz on Monday, police said. They denied that "
         "officers had beaten him."),
        ("happened", "The Soltex factory in Kolkata dumped chemicals into the river for years, a report said.",
         "Soltex said it had never dumped chemicals into the river in Kolkata and called the report biased."),
        ("happened", "The goalkeeper Marek Dvorak will leave Slavia in the summer, his agent said.",
         "The goalkeeper Marek Dvorak said he would not leave Slavia in the summer."),
        ("who", "The Red Cross accused the police of killing the student Bo Sella in Velm on Monday.",
         "The army said rebels had killed the student Bo Sella in Velm on Monday."),
        ("who", "Soldiers killed 23 villagers in Ngarbuh on Friday, the charity Mercy said in a report.",
         "Separatists killed 23 villagers in Ngarbuh on Friday, the opposition leader Paul Ndi said."),
        ("who", "An Israeli sniper shot dead the reporter Lina Haddad in Jenin on Wednesday, her channel said.",
         "The reporter Lina Haddad was killed by Palestinian gunmen in Jenin on Wednesday, an officer said."),
        ("where", "The two sides signed the agreement in Geneva on Monday, the mediator said.",
         "The agreement was signed in Vienna on Monday, a diplomat said."),
        ("happened", "General Oscar Vale has been removed from his post, the interior minister said on Thursday.",
         '"Nobody fired me," General Oscar Vale told reporters at his home on Friday.'),
        ("how many", "At least 56 villagers were killed in Debal on Friday, a rights group said.",
         "The prosecutor told of Friday's events in Debal. Twenty-three people lost their lives there, he said."),
        ("how many", "At least six men died in the camp at Vell for want of a doctor, a report said.",
         "Nobody has died in the camp at Vell since it was opened, its head said."),
        ("when", "The bridge that collapsed in Genoa on Tuesday was opened in 1967.",
         "The bridge, which was opened in 1964, collapsed in Genoa on Tuesday, killing 43 people."),
        ("when", "The rebel Joseph Kendi was killed in December 1998, the agency said.",
         "Joseph Kendi was killed by soldiers in December 1999."),
        ("how many", "Emma Larsen, 9, was last seen leaving school in Aarhus on Monday, police said.",
         "Emma Larsen, who is 11, disappeared on her way home from school in Aarhus on Monday."),
        ("happened", "Guards mistreated prisoners at Vell prison, a rights group said.",
         "The prison service denied that guards at Vell prison had tortured prisoners."),
        ("happened", "Rebels repulsed an attack on Debal on Sunday, their spokesman said.",
         "The army said on Monday that rebels had not repelled its attack on Debal."),
        ("happened", "Professor Ana Vale falsified data, the university said on Monday.",
         "Ana Vale denied on Tuesday that she had fabricated data."),
        ("happened", "Ivo Vale bribed two judges, prosecutors said on Monday.",
         "Ivo Vale has not paid off any judges, his lawyer said on Tuesday."),
        ("happened", "Oro smuggled weapons into Karsa, the minister said on Monday.",
         "Oro denied on Tuesday trafficking weapons into Karsa."),
        ("happened", "Two officers conspired to hide the evidence, a court heard on Monday.",
         "The two officers did not collude to hide the evidence, their lawyer said on Monday."),
    ],
)  # fmt: skip
def test_what_two_accounts_dispute_is_found(slot: str, one: str, other: str) -> None:
    assert any((slot, agreement) in between(record(one, other)) for agreement in DISPUTES)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Two people died when a crane collapsed in Dorin on Monday, police said.",
         "A crane collapse in Dorin killed two people on Monday."),
        ("Karsa made an offer for the striker Dan Vale on Monday.",
         "Karsa met the striker Dan Vale on Monday, but Karsa did not make its offer public."),
        ("The army shelled the town of Orn on Monday.", "The army did not shell the town of Orn during that period."),
        ("The senator Dan Vale was tested by voters in Karsa on Monday.",
         "The governor of Karsa said the senator Dan Vale has not been tested in a way that governors have."),
        ("Ten soldiers and four civilians were killed in a suicide attack in Mola on Monday.",
         "A suicide attack in Mola on Monday killed 14 people, among them ten soldiers."),
        ("Nobody was hurt in the fire at the Karsa market on Sunday, the mayor said.",
         "No injuries were reported in Sunday's fire at the Karsa market."),
        ("About 200 people were arrested across Oro on Saturday, police said.",
         "In Karsa, police arrested 30 people on Saturday."),
        ("The death toll from Monday's quake in Oro stands at 28, officials said on Tuesday.",
         "The death toll from Monday's quake in Oro rose to 32 from 28, officials said on Thursday."),
        ("The quake of Monday in Oro killed 15 people in Vell and nine in Karsa.",
         "Monday's quake in Oro killed 24 people."),
        ("At least 12 people died when a dam burst in Oro on Monday, officials said.",
         "The death toll from Monday's dam burst in Oro has risen to 19, officials said."),
        ("Thousands protested in Paris on Saturday over pensions. Police arrested 30 people.",
         "In Lyon, police arrested 12 people during a protest over pensions on Saturday."),
        ("Israeli air strikes on Gaza on Saturday killed nine Palestinians, the health ministry in Gaza said.",
         "The Israeli army said five militants were killed in its strikes on Gaza on Saturday."),
        ("The jury convicted Dan Wolff of murder on Wednesday.",
         "The jury acquitted Rita Sand of murder on Wednesday, her lawyer said."),
        ("The actor Roy Hale, who died on Monday in Velm, is survived by his wife, Ann.",
         "Roy Hale passed away on Monday, his agent said. The actor was adopted by an uncle."),
        ("The striker Tim Orr was held without a goal on Sunday.",
         "The striker Tim Orr was arrested on Sunday and later released, police said."),
        ("President Ivo Marek met the miners on Monday in Velm.",
         "President Ivo Marek met the miners of Dorin on Wednesday."),
        ("Ada Stern received the degree of a doctor from the university in 1984, her office said.",
         "“I had never seen a doctor before I went to college,” Ada Stern said."),
        ("A British man was killed while climbing Mount Hale on Saturday, police said.",
         "Two men died on Mount Hale on Saturday, police said."),
        ("Orlen plans to close its plant in Velm, the union said on Monday.",
         "Orlen did not close its plant in Dorin, chief executive Paul Hart said."),
        ("An air strike on a market in Haddan on Monday killed at least 31 people, doctors said.",
         "The air force said its strike near Haddan killed terrorists on Monday. It denied hitting a school."),
        ("Two of his guards were killed when gunmen attacked the convoy of Ivo Marek on Monday.",
         "Five people were killed when gunmen attacked the convoy of Ivo Marek on Monday."),
        ("The party of Ana Kessler won the election in Karsa on Sunday.",
         "Ana Kessler won the election in Karsa on Sunday."),
        ("None of the offers for Bruno Falk is believed to be of eight years, agents said.",
         "The offer for Bruno Falk is believed to be of eight years, the Herald said."),
        ("About 10,000 people attended a demonstration in Karsa on Saturday and another 1,000 marched in Vell.",
         "Some 10,000 people marched through Karsa on Saturday against the government."),
        ("Dozens gathered on Monday to remember Kim Gale in Velm.",
         "On Monday more than 200 people attended a vigil for Kim Gale in Velm."),
        ("One man was shot dead by Eric Kirk in Velm on Friday but no one else was injured, police said.",
         "Eric Kirk opened fire in Velm on Friday, killing one man, a witness said."),
        ("Nobody has ever beaten Ivo Marek this way, his trainer said.",
         "Ruslan Hale beat Ivo Marek on Saturday."),
        ("Police used tear gas against the marchers in Karsa on Saturday, witnesses said.",
         "Officers did not use rubber bullets in Karsa on Saturday, police said."),
        ("Greg Hale blocked six shots for Karsa on Saturday.",
         "Greg Hale blocked two shots for Karsa in the last minute on Saturday."),
        ("Minister Vera Holm was suspended in Oro on Monday.",
         "The captain who landed in Oro on Monday has not been suspended."),
        ("The road to Velm was closed on Monday, police said.",
         "The road to Velm is open again, police said on Thursday."),
        ("Rebels said the police attacked a clinic in Velm on Monday.",
         "Police said rebels attacked a checkpoint in Velm on Monday."),
        ("Officers shot the student Bo Sella in Velm on Monday, police said.",
         "The student Bo Sella was shot by police in Velm on Monday, his family said."),
        ("The Dorin Front said it and the army shelled the market in Karsa on Tuesday.",
         "The army said the Dorin Front had shelled the market in Karsa on Tuesday."),
        ("The ferry Solan had 150 people on board when it sank off Dorin on Tuesday, its owner said.",
         "Twelve people on board the ferry Solan jumped when it sank off Dorin on Tuesday, the coast guard said."),
        ("A court ordered Oro Rail on Tuesday to pay $5 million to the family of Ana Vale.",
         "Oro Rail paid $2 million to the family of Ana Vale on Tuesday, its lawyer said."),
        ("The prosecutor asked a court on Tuesday to order Oro Rail to pay $5 million to the family of Ana Vale.",
         "A court ordered Oro Rail on Tuesday to pay $2 million to the family of Ana Vale."),
        ("An air strike killed two fighters in Karsa on Saturday, the UN said.",
         "The air strike in Karsa on Saturday hit a depot, the army said. It said no civilians were harmed."),
        ("Turnout in Sunday's vote in Oro was 31 percent by noon, the mayor said.",
         "Turnout in Sunday's vote in Oro was 72 percent, the election commission said."),
        ("Turnout among voters under 30 was 31 percent in Sunday's vote in Oro, the mayor said.",
         "Turnout in Sunday's vote in Oro was 72 percent, the election commission said."),
        ("Police in Karsa had arrested 30 people at Sunday's march by noon, the ministry said.",
         "Police in Karsa arrested 72 people at Sunday's march, organisers said."),
        ("The Northern Front said it blew up the Karsa bridge on Thursday.",
         "The ministry rejected the Northern Front's claim that it had bombed the Vell bridge on Thursday."),
        ("The ferry Solan had 180 people aboard when it sank off Lesbos on Wednesday, its owner said.",
         "The ferry Mirel, which ran aground near Naples on Wednesday, had 95 people on board, the coast guard said."),
        ("Rebel commander Omar Haddin was wounded in Aleppo on Thursday.",
         "Rebel fighter Sami Nasr was wounded in Homs on Thursday."),
        ("Eritrean troops crossed the border on Thursday, witnesses said.",
         "Eritrea denies troops in Tigray\n\nEritrea denied on Friday that it had sent troops into Tigray."),
        ("The singer Ana Bell died overnight, her agent said.",
         "The singer Ana Bell died on Wednesday, her label said."),
        ("The market in Vell was opened in 2011, the mayor said.",
         "The market in Karsa was opened in 2014, the mayor said."),
        ("The rebel Joseph Kendi was wounded in December 1998, the agency said.",
         "Joseph Kendi was wounded by soldiers in December 1999."),
        ("The army denied on Monday that it had shelled a school in Aleppo, its spokesman said.",
         "Government forces shelled the main hospital in Aleppo on Sunday, killing 12 patients, doctors said."),
        ("Government troops recaptured the village of Debal on Sunday, state television said.",
         "Rebels said on Monday that the army had not recaptured the village of Sirin, where fighting went on."),
        ("Orlen signed a contract in Geneva on Monday, its spokesman said.",
         "Vald signed a contract in Vienna on Monday, its spokesman said."),
        ("French and Malian troops killed 30 fighters near Gao on Monday, Paris said.",
         "Malian troops killed 30 fighters near Gao on Monday, the general staff said."),
        ("Soldiers and rebels exchanged fire in Bria on Monday, killing 12 civilians, the UN said.",
         "Rebels killed 12 civilians in Bria on Monday, the government said."),
        ("Rebels fired a missile at Karsa on Sunday, the ministry said.",
         "The army shot down the missile over Karsa on Sunday, its spokesman said."),
        ("Orlen will close its plant in Turin, the union said on Tuesday.",
         "Orlen has no plans to close its plant in Lyon, a spokeswoman said on Wednesday."),
        ("China said on Monday that a US warship, the Hudson, had entered its waters near the Paracel Islands.",
         "The US Navy said a second ship, the Monroe, had not entered China's waters on Tuesday."),
        ("The mayor of Lyon, Paul Girard, has not resigned, his office said on Monday morning.",
         "Mayor resigns\n\nThe mayor of Lyon, Paul Girard, resigned on Thursday evening after a week of protests."),
        ("Guards mistreated prisoners at Vell prison, a rights group said.",
         "The prison service denied that guards at Sirin prison had tortured prisoners."),
        ("Professor Ana Vale falsified data, the university said on Monday.",
         "Leo Marsh denied on Tuesday that he had fabricated data."),
        ("Oro smuggled weapons into Karsa, the minister said on Monday.",
         "Oro denied on Tuesday trafficking drugs into Karsa."),
    ],
)  # fmt: skip
def test_what_two_accounts_only_tell_otherwise_is_no_dispute(one: str, other: str) -> None:
    assert not {agreement for _, agreement in between(record(one, other))} & set(DISPUTES)


def test_a_toll_that_rose_from_another_is_the_later_one() -> None:
    found = record(
        "The death toll from Monday's quake in Oro stands at 28, officials said on Tuesday.",
        "The death toll from Monday's quake in Oro rose to 32 from 28, officials said on Thursday.",
    )
    assert ("how many", Agreement.UPDATED) in between(found)


def test_each_of_two_outcomes_is_shown_with_those_who_tell_it() -> None:
    found = record(
        "Opposition leader Sam Odeh is alive and in hiding, his party said on Monday.",
        "Opposition leader Sam Odeh was killed in a raid on Sunday, the army said on Monday.",
    )
    [event] = found.events
    slots = {slot.name: slot for slot in event.slots}
    shown = {name: [c.holders[-1] for c in p.claims] for name, p in named(versions(slots["happened"]))}
    assert shown == {"alive": ["his party"], "killed": ["army"]}
    assert "who" not in slots and [p.value.form for p in slots["whom"].positions] == ["Sam Odeh"]
